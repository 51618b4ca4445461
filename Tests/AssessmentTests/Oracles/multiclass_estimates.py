"""Performance without labels of a model with four classes as NannyML 0.13.1 estimates it, with scikit-learn 1.9.1, NumPy
2.2.6 and pandas 2.3.3.

Run with `python3 multiclass_estimates.py > multiclass_estimates.json`. Rows are synthetic; scores have two decimals, so
that counts by score and class describe the reference and the periods fully. `nannyml` scales the probabilities of a row to
sum to 1; `exact` repeats the estimates without that from their definition: isotonic regression by scikit-learn for each
class, and the expected confusion matrix.
"""

import json
import warnings

import numpy as np
import pandas as pd
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import (
    accuracy_score, balanced_accuracy_score, f1_score, precision_score, recall_score, roc_auc_score)

import nannyml as nml

warnings.filterwarnings("ignore")
nml.disable_usage_logging()
CLASSES = ["a", "b", "c", "d"]
COLUMNS = {name: f"score_{name}" for name in CLASSES}
# NannyML's names of the averages over classes.
NAMES = {"accuracy": "accuracy", "precision": "macro_precision", "recall": "macro_recall", "f1": "macro_f1",
         "roc_auc": "roc_auc_ovr_macro"}


def sample(rng, n, prior, sharpness):
    """Classes with a normal cloud each; scores are the posterior, made too sure or too unsure by `sharpness`."""
    truth = rng.choice(4, size=n, p=prior)
    centres = np.array([[0, 0], [1.6, 0], [0, 1.6], [1.4, 1.4]])
    points = centres[truth] + rng.normal(size=(n, 2))
    distance = ((points[:, None, :] - centres[None]) ** 2).sum(axis=2)
    logits = (-distance / 2 + np.log([0.4, 0.3, 0.2, 0.1])) * sharpness
    scores = np.exp(logits - logits.max(axis=1, keepdims=True))
    # Hundredths that sum to 100, or scikit-learn refuses them.
    parts = np.round(100 * scores / scores.sum(axis=1, keepdims=True)).astype(int)
    parts[np.arange(n), parts.argmax(axis=1)] += 100 - parts.sum(axis=1)
    scores = parts / 100
    frame = pd.DataFrame(scores, columns=list(COLUMNS.values()))
    frame["prediction"] = np.array(CLASSES)[scores.argmax(axis=1)]
    frame["label"] = np.array(CLASSES)[truth]
    return frame


def counts(values):
    return {f"{v:.2f}": int(c) for v, c in zip(*np.unique(values, return_counts=True))}


def exact(reference, rows):
    parts, hits = [], 0.0
    for name, column in COLUMNS.items():
        fit = IsotonicRegression(out_of_bounds="clip").fit(reference[column], reference.label == name)
        p = fit.predict(rows[column])
        flagged = (rows.prediction == name).to_numpy()
        tp, fp, fn = p[flagged].sum(), (1 - p[flagged]).sum(), p[~flagged].sum()
        # Every row twice: as p of the class and as 1 − p of the others.
        area = roc_auc_score(
            np.repeat([1, 0], len(p)), np.tile(rows[column], 2), sample_weight=np.concatenate([p, 1 - p]))
        parts.append({"precision": tp / (tp + fp), "recall": tp / (tp + fn), "f1": 2 * tp / (2 * tp + fp + fn),
                      "area": area, "size": tp + fn})
        hits += tp

    def mean(key):
        return float(np.mean([part[key] for part in parts]))
    sizes = np.array([part["size"] for part in parts])
    return {
        "accuracy": hits / len(rows), "balanced_accuracy": mean("recall"), "macro_precision": mean("precision"),
        "macro_recall": mean("recall"), "macro_f1": mean("f1"), "roc_auc_ovr_macro": mean("area"),
        "weighted_f1": float((sizes * [part["f1"] for part in parts]).sum() / sizes.sum()),
    }


def realised(rows):
    scores = rows[list(COLUMNS.values())].to_numpy()
    area = np.mean([roc_auc_score(rows.label == name, scores[:, k]) for k, name in enumerate(CLASSES)])
    pair = (rows.label, rows.prediction)
    return {
        "accuracy": accuracy_score(*pair), "balanced_accuracy": balanced_accuracy_score(*pair),
        "macro_precision": precision_score(*pair, average="macro"), "macro_recall": recall_score(*pair, average="macro"),
        "macro_f1": f1_score(*pair, average="macro"), "weighted_f1": f1_score(*pair, average="weighted"),
        "roc_auc_ovr_macro": float(area),
    }


def case(name, seed, sharpness, priors):
    rng = np.random.default_rng(seed)
    base = [0.4, 0.3, 0.2, 0.1]
    reference = sample(rng, 6000, base, sharpness)
    # The clouds stay, so that the link between inputs and label moves only as far as the prior does.
    periods = [sample(rng, 2000, prior, sharpness) for prior in priors]
    cbpe = nml.CBPE(
        y_pred_proba=COLUMNS, y_pred="prediction", y_true="label", problem_type="classification_multiclass",
        metrics=list(NAMES), chunk_size=2000)
    cbpe.fit(reference)
    data = pd.concat(periods, ignore_index=True).drop(columns="label")
    result = cbpe.estimate(data).filter(period="analysis").to_df()
    listed = []
    for index, rows in enumerate(periods):
        listed.append({
            "scores": {c: {"predicted": counts(rows[COLUMNS[c]][rows.prediction == c]),
                           "others": counts(rows[COLUMNS[c]][rows.prediction != c])} for c in CLASSES},
            "nannyml": {ours: float(result[theirs]["value"].iloc[index]) for theirs, ours in NAMES.items()},
            "exact": exact(reference, rows), "realised": realised(rows),
        })
    return {
        "name": name, "periods": listed,
        "reference": {c: {"positives": counts(reference[COLUMNS[c]][reference.label == c]),
                          "negatives": counts(reference[COLUMNS[c]][reference.label != c])} for c in CLASSES},
    }


print(json.dumps([
    case("too sure", 11, 2.0, [[0.4, 0.3, 0.2, 0.1], [0.38, 0.28, 0.22, 0.12]]),
    case("too unsure", 12, 0.6, [[0.4, 0.3, 0.2, 0.1], [0.42, 0.31, 0.18, 0.09]]),
    case("calibrated", 13, 1.0, [[0.4, 0.3, 0.2, 0.1]]),
], indent=None, separators=(",", ":")))
