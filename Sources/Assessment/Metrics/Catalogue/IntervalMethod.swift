/// The words for the ways in which intervals are made, so that every page says them alike.
enum IntervalMethod {
  /// The claim that the simulations of the tests check, for independent rows and a hundred or more.
  private static let covers = "in simulations it holds the true value in 93 to 97 of 100 samples"

  static let wilson = "Wilson score interval, 95 %; \(covers)"
  static let studentT = """
    Student’s t interval of the mean, 95 %; \(covers), from a few hundred rows on if skewed; none \
    with fewer than two values
    """
  static let rootOfStudentT = """
    Student’s t interval of the mean squared error, 95 %, square roots of its ends, a lower end \
    below 0 taken as 0; \(covers) for errors that are about normal; none with fewer than two values
    """
  static let squareAndAdd = """
    Wilson score intervals of both recalls joined by the square-and-add rule (Zou and Donner \
    2008), 95 %; two classes only
    """
  static let deLong = """
    DeLong’s standard error, normal approximation, 95 %, widened by the effect of the grid and \
    kept within 0 and 1; \(covers); none with fewer than two rows of either class
    """
  /// How the worst of several pairs gets its interval.
  private static let envelope = """
    with more than two groups every pair gets one at a level that holds for all pairs together \
    (Bonferroni), and the worst of their lower and of their upper ends are taken
    """

  static let newcombe = """
    Newcombe’s interval of the difference of two proportions, from their Wilson intervals, 95 %; \
    \(envelope)
    """
  static let logNormalOfPair = """
    Log-normal interval of the ratio of two proportions, 95 %; none when the larger is 0
    """
  static let logNormal = """
    Log-normal interval of the ratio of two proportions, 95 %; \(envelope)
    """
  static let welch = """
    Welch’s t interval of the difference of two means, 95 %; \(envelope); none when a group has \
    fewer than two values
    """
  static let logNormalOfMeans = """
    Log-normal interval of the ratio of two means, 95 %; \(envelope); none when one of them is 0
    """
  static let expectedLabels = """
    Where the realised value is to be expected, 95 %: delta method over the chance of the labels to \
    come and that of the reference which p comes from
    """
  static let expectedLabelsOfClasses = """
    Where the realised value is to be expected, 95 %: delta method over the chance of the labels to \
    come and that of the reference, added over the classes as though their errors moved together \
    and so rather too wide
    """
  static let expectedErrors = """
    Where the realised value is to be expected, 95 %: standard error of a stratified mean, over \
    the chance of the errors to come and that of the reference which they are learned from
    """
  static let hitShare = """
    Wilson score interval of the hits among hits and errors of the positive class, carried over to \
    the score, 95 %; \(covers)
    """
  static let fisher = """
    Delta method on the confusion counts, on Fisher’s scale, 95 %; \(covers); none for a perfect \
    correlation
    """
  static let logit = """
    Normal on the logit scale with the binomial error of the positives (Boyd, Eng and Page 2013), \
    95 %, approximate; none at 0 or 1
    """
  static let multinomial = """
    Delta method on the table of labels and predictions, 95 %, kept within 0 and 1
    """
  static let meanOfAreas = """
    Mean of the DeLong intervals of the classes, 95 %, as though their errors moved together and \
    so rather too wide
    """
  static let orderStatistics = """
    Two order statistics that hold the quantile whatever the spread (Conover 1999), 95 %; \
    \(covers); none with too few values
    """
  static let bonett = """
    Bonett’s interval, which allows for heavy and light tails (2006), 95 %; \(covers) for values \
    that are about normal or even; none with fewer than five values
    """
  static let determination = """
    Delta method on the scale ln(1 − R²), 95 %; \(covers) when errors do not depend on the \
    prediction; wide when R² is 0 or less; none with fewer than three rows
    """
  static let calibration = """
    Percentiles of 400 resamples with a fixed seed, by bin and outcome, 95 %; the true error of a \
    well calibrated model lies below it, as the error is never negative
    """
  static let stability = """
    Delta method, its lower end less what chance alone adds with so many bins and rows, 95 %
    """
  private static let chance = """
    what chance alone adds between two samples of one population is taken off its lower end, so \
    that it nearly always begins at 0 when nothing has changed
    """
  static let divergence = """
    Delta method on the shares of both sides, 95 %; \(chance); otherwise \(covers)
    """
  static let absoluteDifferences = """
    Delta method on the shares of both sides, 95 %; \(chance); rather too wide otherwise: in \
    simulations it holds the true value in 95 of 100 samples or more
    """
  static let transport = """
    Delta method on both distribution functions, 95 %; \(chance); where a change is clear \(covers)
    """
  static let smirnov = """
    Standard error of the difference at the widest gap, 95 %; its lower end is 0 while the test \
    does not rule out chance; where a change is clear \(covers)
    """
  static let certainFeatures = """
    From the share of the features whose whole interval of the index lies above 0.25 to the share \
    of those whose interval reaches beyond it; 95 % for each feature, not for the share
    """
  static let sketch = """
    Standard error of the estimate, 95 %; none where the count is exact
    """
}
