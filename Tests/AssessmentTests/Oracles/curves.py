"""Ranking curves and calibration by scikit-learn for the tests of diagnostics.

scikit-learn 1.9.1, NumPy. Run with `python3 curves.py > curves.json`.
"""

import json
import random

import numpy
from sklearn import calibration, metrics

random.seed(20)


def example(count, digits):
    labels, scores = [], []
    for _ in range(count):
        label = int(random.random() < 0.4)
        score = min(1.0, max(0.0, random.gauss(0.6 if label else 0.4, 0.2)))
        labels.append(label)
        scores.append(round(score, digits))
    fpr, tpr, _ = metrics.roc_curve(labels, scores, drop_intermediate=False)
    # Ascending thresholds; the last place is the convention (recall 0, precision 1).
    precision, recall, _ = metrics.precision_recall_curve(labels, scores)
    positive_places = [
        [float(r), float(p)]
        for r, p, above in zip(recall[:-1], precision[:-1], recall[1:])
        if r > above
    ]
    true, predicted = calibration.calibration_curve(labels, scores, n_bins=10)
    return {
        "labels": labels,
        "scores": scores,
        "roc": [[float(x), float(y)] for x, y in zip(fpr, tpr)],
        "precisionRecall": positive_places[::-1],
        "calibration": [[float(p), float(t)] for p, t in zip(predicted, true)],
    }


print(json.dumps({"few": example(30, 1), "many": example(60, 6)}))
