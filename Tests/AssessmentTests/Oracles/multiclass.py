"""Metric values of a model with four classes by scikit-learn 1.9, for the tests of measures.

Run with `python3 multiclass.py > multiclass.json`.
"""

import json
import random

import numpy
from scipy import stats
from sklearn import metrics

CLASSES = ["a", "b", "c", "d"]


def delta_interval(labels, predictions, function):
    """The delta method with derivatives by the jackknife, a route of its own to the same limit.

    The influence of a row on a statistic is n times what leaving it out changes, to first order.
    """
    n = len(labels)
    whole = function(labels, predictions)
    without = {}
    for pair in set(zip(labels, predictions)):
        place = list(zip(labels, predictions)).index(pair)
        rest = [i for i in range(n) if i != place]
        without[pair] = function([labels[i] for i in rest], [predictions[i] for i in rest])
    influence = numpy.array(
        [(n - 1) * (whole - without[pair]) for pair in zip(labels, predictions)])
    error = influence.std() / numpy.sqrt(n)
    reach = stats.norm.ppf(0.975) * error
    return [whole - reach, whole + reach]


def main():
    source = random.Random(21)
    labels = source.choices(CLASSES, weights=[5, 3, 2, 1], k=400)
    rows = []
    for label in labels:
        weights = [source.random() + 0.5 * (name == label) for name in CLASSES]
        total = sum(weights)
        rows.append([round(w / total, 6) for w in weights])
    # Probabilities have to sum to 1 exactly, or scikit-learn refuses them.
    for row in rows:
        row[0] = round(row[0] + 1 - sum(row), 6)
    # The last class is never predicted, so that a precision without predictions is among them.
    predictions = [CLASSES[max(range(3), key=lambda k: row[k])] for row in rows]
    precision, recall, f1, _ = metrics.precision_recall_fscore_support(
        labels, predictions, labels=CLASSES, zero_division=0)

    def averaged(score, **options):
        def function(y, z):
            return score(y, z, zero_division=0, **options)
        return [function(labels, predictions), delta_interval(labels, predictions, function)]

    probabilities = numpy.array(rows)
    print(json.dumps({
        "labels": labels,
        "predictions": predictions,
        "scores": rows,
        "values": {
            "accuracy": metrics.accuracy_score(labels, predictions),
            "balanced_accuracy": metrics.balanced_accuracy_score(labels, predictions),
            "log_loss": metrics.log_loss(labels, probabilities, labels=CLASSES),
            "roc_auc_ovr_macro": metrics.roc_auc_score(
                labels, probabilities, multi_class="ovr", labels=CLASSES),
        },
        "averages": {
            "macro_precision": averaged(metrics.precision_score, average="macro"),
            "macro_recall": averaged(metrics.recall_score, average="macro"),
            "macro_f1": averaged(metrics.f1_score, average="macro"),
            "weighted_f1": averaged(metrics.f1_score, average="weighted"),
        },
        "recall": dict(zip(CLASSES, recall)),
        "precision": {c: p for c, p in zip(CLASSES, precision) if c in predictions},
        "roc_auc": {
            c: metrics.roc_auc_score([y == c for y in labels], probabilities[:, k])
            for k, c in enumerate(CLASSES)
        },
    }, indent=0))


main()
