/// The words for the ways in which intervals are made, so that every page says them alike.
enum IntervalMethod {
  static let wilson = "Wilson score interval, 95 %"
  static let studentT = """
    Student’s t interval of the mean, 95 %; none with fewer than two values
    """
  static let rootOfStudentT = """
    Student’s t interval of the mean squared error, 95 %, square roots of its ends, a lower end \
    below 0 taken as 0; none with fewer than two values
    """
  static let squareAndAdd = """
    Wilson score intervals of both recalls joined by the square-and-add rule (Zou and Donner \
    2008), 95 %; two classes only
    """
  static let deLong = """
    DeLong’s standard error, normal approximation, 95 %, widened by the effect of the grid and \
    kept within 0 and 1; none with fewer than two rows of either class
    """
  static let newcombe = """
    Newcombe’s interval of the difference of two proportions, from their Wilson intervals, 95 %
    """
  static let logNormal = """
    Log-normal interval of the ratio of two proportions, 95 %; none when one of them is 0
    """
  static let welch = """
    Welch’s t interval of the difference of two means, 95 %; none when a group has fewer than two \
    values
    """
  static let logNormalOfMeans = """
    Log-normal interval of the ratio of two means, 95 %; none when one of them is 0
    """
  static let expectedLabels = """
    Where the realised value is to be expected, 95 %: delta method over the chance of the labels to \
    come and that of the reference which p comes from
    """
  static let expectedErrors = """
    Where the realised value is to be expected, 95 %: standard error of a stratified mean, over \
    the chance of the errors to come and that of the reference which they are learned from
    """
}
