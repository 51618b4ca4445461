"""Metric values by scikit-learn, SciPy and NumPy for the tests of measures.

Run with `python3 measures.py > measures.json`.
"""

import json
import math
import random

import numpy
from scipy import optimize, stats
from sklearn import metrics


def t_interval(values):
    lower, upper = stats.t.interval(
        0.95, len(values) - 1, loc=numpy.mean(values), scale=stats.sem(values)
    )
    return [float(lower), float(upper)]


def wilson(successes, trials, confidence=0.95):
    interval = stats.binomtest(successes, trials).proportion_ci(confidence, method="wilson")
    return [float(interval.low), float(interval.high)]


def value(number, interval=None):
    return {"value": float(number), "interval": interval}


def share(part, whole):
    return value(part / whole, wilson(part, whole))


def delong(labels, scores):
    labels, scores = numpy.array(labels), numpy.array(scores)
    positives, negatives = scores[labels == 1][:, None], scores[labels == 0][None, :]
    wins = (positives > negatives) + 0.5 * (positives == negatives)
    error = math.sqrt(
        wins.mean(axis=1).var(ddof=1) / wins.shape[0]
        + wins.mean(axis=0).var(ddof=1) / wins.shape[1]
    )
    reach = stats.norm.ppf(0.975) * error
    area = wins.mean()
    return [max(0.0, area - reach), min(1.0, area + reach)]


def phi_interval(tp, fp, tn, fn):
    """Closed form of the variance of phi, Bishop, Fienberg and Holland 1975, equation 11.2-7."""
    n = tp + fp + tn + fn
    row, column = (tp + fp) / n, (tp + fn) / n
    spread = row * (1 - row) * column * (1 - column)
    phi = (tp * tn - fp * fn) / n**2 / math.sqrt(spread)
    skew = (2 * row - 1) * (2 * column - 1) / math.sqrt(spread)
    tails = (2 * row - 1) ** 2 / (row * (1 - row)) + (2 * column - 1) ** 2 / (
        column * (1 - column))
    variance = (1 - phi**2 + phi * (1 + phi**2 / 2) * skew - 0.75 * phi**2 * tails) / n
    reach = stats.norm.ppf(0.975) * math.sqrt(variance) / (1 - phi**2)
    return [math.tanh(math.atanh(phi) - reach), math.tanh(math.atanh(phi) + reach)]


def logit_interval(value, positives):
    centre = math.log(value / (1 - value))
    reach = stats.norm.ppf(0.975) / math.sqrt(positives * value * (1 - value))
    return [1 / (1 + math.exp(reach - centre)), 1 / (1 + math.exp(-reach - centre))]


def rank_interval(values, share):
    ordered, n = sorted(values), len(values)
    reach = stats.norm.ppf(0.975) * math.sqrt(n * share * (1 - share))
    low, high = math.floor(n * share - reach), math.ceil(n * share + reach)
    if low < 1 or high > n:
        return None
    return [float(ordered[low - 1]), float(ordered[high - 1])]


def determination_interval(r2, squares):
    v, z = squares.var(ddof=1) / squares.mean() ** 2, stats.norm.ppf(0.975)

    def slack(x):
        error = z * math.sqrt(x * ((v + 2) * x + 4 * (1 - x)) / len(squares))
        return error - abs(math.log1p(-r2) - math.log1p(-x))

    return [optimize.brentq(slack, 0, r2, xtol=1e-14), optimize.brentq(slack, r2, 1 - 1e-9, xtol=1e-14)]


def binary():
    source = random.Random(11)
    labels = [int(source.random() < 0.4) for _ in range(80)]
    # Two decimals, so that scores are tied, and both ends, where the logarithm is clipped.
    scores = [round(min(1, max(0, source.gauss(0.35 + 0.3 * y, 0.25))), 2) for y in labels]
    scores[0], scores[1] = 0.0, 1.0
    predictions = [int(s >= 0.5) for s in scores]
    tn, fp, fn, tp = (int(n) for n in metrics.confusion_matrix(labels, predictions).ravel())
    recall, specificity = wilson(tp, tp + fn), wilson(tn, tn + fp)
    balanced = metrics.balanced_accuracy_score(labels, predictions)
    down = math.hypot(tp / (tp + fn) - recall[0], tn / (tn + fp) - specificity[0]) / 2
    up = math.hypot(recall[1] - tp / (tp + fn), specificity[1] - tn / (tn + fp)) / 2
    losses = [metrics.log_loss([y], [s], labels=[0, 1]) for y, s in zip(labels, scores)]
    gaps = [(y - s) ** 2 for y, s in zip(labels, scores)]
    return {
        "labels": labels,
        "predictions": predictions,
        "scores": scores,
        "values": {
            "accuracy": value(metrics.accuracy_score(labels, predictions), wilson(tp + tn, 80)),
            "balanced_accuracy": value(balanced, [balanced - down, balanced + up]),
            "precision": value(
                metrics.precision_score(labels, predictions), wilson(tp, tp + fp)),
            "recall": value(metrics.recall_score(labels, predictions), recall),
            "specificity": value(
                metrics.recall_score(labels, predictions, pos_label=0), specificity),
            "f1": value(
                metrics.f1_score(labels, predictions),
                [2 * j / (1 + j) for j in wilson(tp, tp + fp + fn)]),
            "matthews_correlation": value(
                metrics.matthews_corrcoef(labels, predictions), phi_interval(tp, fp, tn, fn)),
            "roc_auc": value(metrics.roc_auc_score(labels, scores), delong(labels, scores)),
            "average_precision": value(
                metrics.average_precision_score(labels, scores),
                logit_interval(
                    metrics.average_precision_score(labels, scores), sum(labels))),
            "log_loss": value(metrics.log_loss(labels, scores), t_interval(losses)),
            "brier_score": value(metrics.brier_score_loss(labels, scores), t_interval(gaps)),
            "prevalence": share(sum(labels), 80),
            "selection_rate": share(sum(predictions), 80),
            "true_positive_count": value(tp),
            "false_positive_count": value(fp),
            "true_negative_count": value(tn),
            "false_negative_count": value(fn),
        },
    }


def regression():
    source = random.Random(12)
    labels = [round(source.gauss(50, 20), 3) for _ in range(61)]
    predictions = [round(y * 0.9 + source.gauss(4, 6), 3) for y in labels]
    errors = numpy.array(predictions) - numpy.array(labels)
    squares = t_interval(errors**2)
    return {
        "labels": labels,
        "predictions": predictions,
        "values": {
            "mean_absolute_error": value(
                metrics.mean_absolute_error(labels, predictions), t_interval(abs(errors))),
            "root_mean_squared_error": value(
                metrics.root_mean_squared_error(labels, predictions),
                [math.sqrt(max(0, bound)) for bound in squares]),
            "mean_error": value(errors.mean(), t_interval(errors)),
            "mean_absolute_percentage_error": value(
                metrics.mean_absolute_percentage_error(labels, predictions),
                t_interval(abs(errors / numpy.array(labels)))),
            "r_squared": value(
                metrics.r2_score(labels, predictions),
                determination_interval(metrics.r2_score(labels, predictions), errors**2)),
            "absolute_error_quantile_50": value(
                numpy.quantile(abs(errors), 0.5), rank_interval(abs(errors), 0.5)),
            "absolute_error_quantile_90": value(
                numpy.quantile(abs(errors), 0.9), rank_interval(abs(errors), 0.9)),
        },
    }


def stability(before, after):
    before = numpy.maximum(numpy.array(before) / sum(before), 1e-4)
    after = numpy.maximum(numpy.array(after) / sum(after), 1e-4)
    return float(numpy.sum((after - before) * numpy.log(after / before)))


def numeric_drift():
    source = random.Random(13)
    cases = {
        "continuous": (
            [source.gauss(0, 1) for _ in range(300)], [source.gauss(0.3, 1.2) for _ in range(200)]),
        "rounded, with ties": (
            [round(source.gauss(0, 1), 1) for _ in range(300)],
            [round(source.gauss(0.2, 1), 1) for _ in range(150)]),
        "discrete": (
            [float(source.randrange(5)) for _ in range(200)],
            [float(source.randrange(7)) for _ in range(100)]),
        "constant reference": ([2.0] * 50, [1.0, 2.0, 3.0, 3.0]),
        "both constant": ([2.0] * 50, [2.0] * 9),
        "apart": ([1.0, 2.0, 3.0, 4.0, 5.0], [6.0, 7.0]),
        "mostly zero": (
            [0.0] * 180 + [source.random() for _ in range(20)],
            [0.0] * 60 + [source.random() for _ in range(40)]),
    }
    result = []
    for name, (reference, current) in cases.items():
        deciles = numpy.quantile(reference, numpy.arange(1, 10) / 10)
        edges = numpy.unique(deciles)
        counts = [
            numpy.bincount(numpy.searchsorted(edges, side, side="left"), minlength=len(edges) + 1)
            for side in (reference, current)
        ]
        result.append(
            {
                "name": name,
                "reference": reference,
                "current": current,
                "deciles": [float(d) for d in deciles],
                "ks": float(stats.ks_2samp(reference, current).statistic),
                "psi": stability(*counts),
                "below": int(sum(c < min(reference) or c > max(reference) for c in current)),
            }
        )
    return result


def categorical_drift():
    cases = [
        ({"a": 50, "b": 30, "c": 20}, {"a": 40, "b": 45, "c": 15}),
        ({"a": 50, "b": 50}, {"a": 60, "b": 30, "new": 10}),
        ({"a": 90, "gone": 10}, {"a": 7}),
        ({"a": 3}, {"z": 4}),
    ]
    result = []
    for before, after in cases:
        names = sorted(set(before) | set(after))
        new = sum(count for name, count in after.items() if name not in before)
        result.append(
            {
                "reference": before,
                "current": after,
                "psi": stability([before.get(n, 0) for n in names], [after.get(n, 0) for n in names]),
                "newShare": new / sum(after.values()),
            }
        )
    return result


def quantiles():
    source = random.Random(14)
    shares = [0.05, 0.25, 0.5, 0.7, 0.95]
    cases = [
        [float(source.randrange(20)) for _ in range(101)],
        [1.0, 2.0],
        [5.5],
        [round(source.gauss(10, 4), 1) for _ in range(400)],
    ]
    return [
        {"values": v, "shares": shares, "results": [float(q) for q in numpy.quantile(v, shares)]}
        for v in cases
    ]


def intervals():
    shares = [(0, 1), (1, 1), (0, 50), (50, 50), (1, 30), (7, 20), (999, 1000), (312, 1234)]
    source = random.Random(15)
    means = [
        [1.0, 2.0],
        [4.0, 7.0, 13.0, 16.0],
        [1e6 + source.random() for _ in range(40)],
        [source.lognormvariate(0, 2) for _ in range(300)],
        [3.0, 3.0, 3.0],
    ]
    return {
        "wilson": [
            {"part": k, "whole": n, "confidence": c, "bounds": wilson(k, n, c)}
            for k, n in shares
            for c in (0.9, 0.95, 0.99)
        ],
        "means": [
            {
                "values": v,
                "mean": float(numpy.mean(v)),
                "bounds": t_interval(v) if len(set(v)) > 1 else [v[0], v[0]],
            }
            for v in means
        ],
    }


print(
    json.dumps(
        {
            "binary": binary(),
            "regression": regression(),
            "numericDrift": numeric_drift(),
            "categoricalDrift": categorical_drift(),
            "quantiles": quantiles(),
            "intervals": intervals(),
        },
        separators=(",", ":"),
    )
)
