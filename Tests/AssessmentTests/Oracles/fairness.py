"""Fairness by Fairlearn 0.15.0 and statsmodels 0.15.0 for the tests of group comparisons.

Run with `python3 fairness.py > fairness.json` from this folder; reads the recidivism data of the
demonstration, which are the 7,214 rows of ProPublica's compas-scores-two-years.csv.
"""

import glob
import itertools
import json

import numpy
import pandas
from fairlearn import metrics as fair
from scipy import stats
from sklearn.metrics import accuracy_score, confusion_matrix, mean_absolute_error, precision_score
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

MINIMUM = 30
DATA = "../../../demo/data/recidivism/"


def large(groups):
    counts = groups.value_counts()
    return groups.isin(counts[counts >= MINIMUM].index)


def pairs(names):
    return list(itertools.combinations(sorted(names), 2))


def envelope(rates, compare):
    """Simultaneous interval: Bonferroni over the pairs, worst of the lower and upper ends."""
    total = sum(len(pairs(rate)) for rate in rates)
    lows, highs = [], []
    for rate in rates:
        for one, other in pairs(rate):
            high, low = sorted((rate[one], rate[other]), key=lambda c: -c[0] / c[1])
            first, second = (high, low) if compare == "diff" else (low, high)
            bounds = confint_proportions_2indep(
                *first, *second, compare=compare, alpha=0.05 / total,
                method="newcomb" if compare == "diff" else "log")
            lows.append(float(bounds[0]))
            highs.append(float(bounds[1]))
    worst = max if compare == "diff" else min
    return [worst(lows), worst(highs)]


def group_rates(y, p, groups):
    rates = {}
    for name in groups.unique():
        ours = groups == name
        tn, fp, fn, tp = (int(n) for n in confusion_matrix(y[ours], p[ours], labels=[0, 1]).ravel())
        def rate(part, whole):
            if whole == 0:
                return None
            low, high = proportion_confint(part, whole, method="wilson")
            return [part / whole, float(low), float(high)]
        rates[name] = {
            "true_positive_rate": rate(tp, tp + fn), "false_positive_rate": rate(fp, fp + tn),
            "true_negative_rate": rate(tn, tn + fp), "false_negative_rate": rate(fn, fn + tp),
            "positive_predictive_value": rate(tp, tp + fp),
            "negative_predictive_value": rate(tn, tn + fn),
            "selection_rate": rate(tp + fp, len(p[ours])),
            "prevalence": rate(tp + fn, len(p[ours])),
            "accuracy": rate(tp + tn, len(p[ours])),
        }
    return rates


def counts(flags, groups, among=None):
    among = numpy.ones(len(flags), bool) if among is None else among
    return {
        name: (int((flags & among & (groups == name)).sum()), int((among & (groups == name)).sum()))
        for name in groups.unique()
    }


def over_attribute(y, p, groups):
    """y and p are 1 for the favourable outcome."""
    kept = large(groups)
    y, p, groups = y[kept], p[kept], groups[kept]
    common = dict(y_true=y, y_pred=p, sensitive_features=groups)
    hits, alarms = counts(p == 1, groups, y == 1), counts(p == 1, groups, y == 0)
    right = counts(y == 1, groups, p == 1)
    frame = fair.MetricFrame(
        metrics={"precision": precision_score, "accuracy": accuracy_score}, **common)
    gaps = frame.difference(method="between_groups")
    chosen = counts(p == 1, groups)
    accurate = counts(p == y, groups)
    return {
        "demographic_parity_difference": [
            fair.demographic_parity_difference(**common), envelope([chosen], "diff")],
        "demographic_parity_ratio": [
            fair.demographic_parity_ratio(**common), envelope([chosen], "ratio")],
        "equal_opportunity_difference": [
            fair.equal_opportunity_difference(**common), envelope([hits], "diff")],
        "equalized_odds_difference": [
            fair.equalized_odds_difference(**common), envelope([hits, alarms], "diff")],
        "equalized_odds_ratio": [
            fair.equalized_odds_ratio(**common), envelope([hits, alarms], "ratio")],
        "predictive_parity_difference": [gaps["precision"], envelope([right], "diff")],
        "accuracy_difference": [gaps["accuracy"], envelope([accurate], "diff")],
    }


def impact(p, groups, privileged):
    chosen = counts(p == 1, groups)
    base = chosen[privileged]
    table = {}
    for name, own in chosen.items():
        if own[1] < MINIMUM or name == privileged:
            continue
        bounds = confint_proportions_2indep(*own, *base, compare="ratio", method="log")
        grid = [[own[0], own[1] - own[0]], [base[0], base[1] - base[0]]]
        table[name] = {
            "ratio": own[0] / own[1] / (base[0] / base[1]), "interval": [float(b) for b in bounds],
            "fisher": float(stats.fisher_exact(grid).pvalue),
            "z": float(stats.chi2_contingency(grid, correction=False).pvalue),
        }
    return table


def recidivism():
    reference = pandas.read_csv(DATA + "reference.csv")
    predictions = pandas.concat(pandas.read_csv(f) for f in sorted(glob.glob(DATA + "predictions/*")))
    labels = pandas.concat(pandas.read_csv(f) for f in sorted(glob.glob(DATA + "labels/*")))
    later = predictions.merge(labels[["prediction_id", "reoffended"]], on="prediction_id")
    rows = pandas.concat([reference, later], ignore_index=True)
    rows["race & sex"] = rows.race + "|" + rows.sex
    table = rows.groupby(["race", "sex", "high_risk", "reoffended"]).size().reset_index(name="rows")
    good, fate = 1 - rows.high_risk, 1 - rows.reoffended
    return {
        "counts": table.to_dict("records"),
        "groups": {a: group_rates(rows.reoffended, rows.high_risk, rows[a]) for a in ["race", "sex"]},
        "attributes": {a: over_attribute(fate, good, rows[a]) for a in ["race", "sex", "race & sex"]},
        "impact": {"race": impact(good, rows.race, "Caucasian"), "sex": impact(good, rows.sex, "Female")},
    }


def multiclass():
    random = numpy.random.default_rng(5)
    groups = pandas.Series(random.choice(["a", "b", "c"], 600, p=[0.5, 0.3, 0.2]))
    labels = pandas.Series(random.choice(["high", "low", "middle"], 600))
    wrong = pandas.Series(random.choice(["high", "low", "middle"], 600))
    answers = labels.where(random.uniform(size=600) < groups.map({"a": 0.7, "b": 0.6, "c": 0.4}), wrong)
    table = pandas.DataFrame({"group": groups, "label": labels, "answer": answers})
    result = over_attribute(
        (labels == "high").astype(int), (answers == "high").astype(int), groups)
    frame = fair.MetricFrame(
        metrics=accuracy_score, y_true=labels, y_pred=answers, sensitive_features=groups)
    right = {g: (int(((labels == answers) & (groups == g)).sum()), int((groups == g).sum())) for g in "abc"}
    result["accuracy_difference"] = [frame.difference(), envelope([right], "diff")]
    return {
        "counts": table.groupby(["group", "label", "answer"]).size().reset_index(name="rows")
        .to_dict("records"),
        "attribute": result,
    }


def regression():
    random = numpy.random.default_rng(6)
    groups = pandas.Series(random.choice(["a", "b", "c"], 200, p=[0.45, 0.35, 0.2]))
    labels = pandas.Series(random.normal(10, 3, 200).round(3))
    answers = (labels + random.normal(0, 1, 200) * groups.map({"a": 1, "b": 1.5, "c": 2})
               + groups.map({"a": 0, "b": 0.4, "c": -0.3})).round(3)
    error = answers - labels
    frame = fair.MetricFrame(
        metrics={"mean": lambda y, p: float(numpy.mean(p - y)), "absolute": mean_absolute_error},
        y_true=labels, y_pred=answers, sensitive_features=groups)
    lows, highs, ratio_lows, ratio_highs = [], [], [], []
    for one, other in pairs("abc"):
        alpha = 0.05 / 3
        high, low = sorted((one, other), key=lambda g: -error[groups == g].mean())
        bounds = CompareMeans(
            DescrStatsW(error[groups == high]), DescrStatsW(error[groups == low])
        ).tconfint_diff(alpha=alpha, usevar="unequal")
        lows.append(float(bounds[0])), highs.append(float(bounds[1]))
        sizes = error.abs()
        high, low = sorted((one, other), key=lambda g: -sizes[groups == g].mean())
        m, n = sizes[groups == low], sizes[groups == high]
        spread = numpy.exp(stats.norm.ppf(1 - alpha / 2) * numpy.sqrt(
            m.var() / len(m) / m.mean() ** 2 + n.var() / len(n) / n.mean() ** 2))
        ratio_lows.append(m.mean() / n.mean() / spread), ratio_highs.append(m.mean() / n.mean() * spread)
    return {
        "groups": groups.tolist(), "labels": labels.tolist(), "answers": answers.tolist(),
        "attribute": {
            "mean_error_difference": [frame.difference()["mean"], [max(lows), max(highs)]],
            "mean_absolute_error_ratio": [
                frame.ratio()["absolute"], [float(min(ratio_lows)), float(min(ratio_highs))]],
        },
    }


print(json.dumps(
    {"recidivism": recidivism(), "multiclass": multiclass(), "regression": regression()},
    indent=1, default=float))
