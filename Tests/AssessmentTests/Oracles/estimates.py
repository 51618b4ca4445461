"""Performance without labels as NannyML 0.13.1 estimates it, with scikit-learn 1.9.1, NumPy 2.2.6, pandas 2.3.3.

Run with `python3 estimates.py > estimates.json`. Rows are synthetic; scores have two decimals, so that
counts by score describe them fully. `exact` repeats the estimate from its definition: isotonic regression by
scikit-learn and the expected confusion matrix.
"""

import json
import logging
import warnings

import numpy as np
import pandas as pd
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import accuracy_score, roc_auc_score

import nannyml as nml

warnings.filterwarnings("ignore")
nml.disable_usage_logging()
METRICS = ["accuracy", "precision", "recall", "f1", "roc_auc"]


def logistic(z):
    return 1 / (1 + np.exp(-z))


def sample(rng, n, shift, distort):
    z = rng.normal(shift, 1.3, n)
    truth = rng.binomial(1, logistic(z))
    score = np.round(np.clip(logistic(distort(z)), 0.01, 0.99), 2)
    return pd.DataFrame({"score": score, "prediction": (score >= 0.5).astype(int), "label": truth})


def counts(values):
    return {f"{v:.2f}": int(c) for v, c in zip(*np.unique(values, return_counts=True))}


def exact(p, rows):
    flagged = rows.prediction.values == 1
    tp, fp, fn = p[flagged].sum(), (1 - p[flagged]).sum(), p[~flagged].sum()
    # Every row twice: as p of a positive and as 1 − p of a negative.
    labels = np.repeat([1, 0], len(p))
    area = roc_auc_score(labels, np.tile(rows.score, 2), sample_weight=np.concatenate([p, 1 - p]))
    return {
        "accuracy": np.where(flagged, p, 1 - p).mean(), "precision": tp / (tp + fp), "recall": tp / (tp + fn),
        "f1": 2 * tp / (2 * tp + fp + fn), "roc_auc": area,
    }


def case(name, seed, reference_rows, period_rows, distort, shifts):
    rng = np.random.default_rng(seed)
    reference = sample(rng, reference_rows, 0, distort)
    periods = [sample(rng, period_rows, shift, distort) for shift in shifts]
    cbpe = nml.CBPE(
        y_pred_proba="score", y_pred="prediction", y_true="label", problem_type="classification_binary",
        metrics=METRICS, chunk_size=period_rows)
    cbpe.fit(reference)
    result = cbpe.estimate(pd.concat(periods, ignore_index=True).drop(columns="label")).filter(period="analysis").to_df()
    fit = IsotonicRegression(out_of_bounds="clip").fit(reference.score, reference.label)
    listed = []
    for index, rows in enumerate(periods):
        listed.append({
            "predicted": counts(rows.score[rows.prediction == 1]), "others": counts(rows.score[rows.prediction == 0]),
            "nannyml": {m: float(result[m]["value"].iloc[index]) for m in METRICS}, "exact": exact(fit.predict(rows.score), rows),
            "realised": {"accuracy": accuracy_score(rows.label, rows.prediction),
                         "roc_auc": roc_auc_score(rows.label, rows.score)},
        })
    chunks = [reference.iloc[part] for part in np.array_split(np.arange(reference_rows), 10)]
    return {
        "name": name, "isCalibratedByNannyML": bool(cbpe.needs_calibration), "periods": listed,
        "chunks": [{"positives": counts(c.score[c.label == 1]), "negatives": counts(c.score[c.label == 0])}
                   for c in chunks],
    }


print(json.dumps([
    case("too sure", 1, 4000, 1500, lambda z: 2.5 * z, [0, 0.4, -0.8]),
    case("too high", 2, 2500, 800, lambda z: z + 1, [0, -0.5]),
    case("calibrated", 3, 4000, 1500, lambda z: z, [0, 0.4, -0.8]),
    case("calibrated, small reference", 4, 800, 400, lambda z: z, [0, 0.6]),
    case("calibrated, left as it is by NannyML", 6, 5000, 400, lambda z: z, [0, 0.6]),
], indent=None, separators=(",", ":")))
