#!/usr/bin/env python3
r"""Makes the CSV files beside this script: metric values computed without any part of Broadsheet.

    oracle.py DATA_FOLDER CONFIGURATION.yaml OUT.csv

for instance, in the root of the repository:

    python3 Tests/BroadsheetTests/Oracles/oracle.py demo/data/flights \
        Tests/BroadsheetTests/Oracles/flights.yaml Tests/BroadsheetTests/Oracles/flights.csv

Made with Python 3.11.7, pandas 3.1.1, NumPy 2.4.6, SciPy 1.17.1, scikit-learn 1.9.1 and PyYAML 6.0.3.

Reads the data set with pandas and computes every metric with NumPy, SciPy or scikit-learn. The only common ground with
Broadsheet is the format of the configuration and the key of an exported row. Paths in the configuration are relative to
DATA_FOLDER.

Output columns: version,stage,period,slice,feature,metric,value. An empty value means "undefined" (for instance precision
without a predicted positive). All values over all rows are kept; of the values of slices every seventh, to keep the files
small. Features are described over all rows, and within the slices that the expectations of the configuration name together
with a feature; where there are such expectations only the values that they ask for are kept:

    python3 Tests/BroadsheetTests/Oracles/oracle.py demo/data/recidivism \
        Tests/BroadsheetTests/Oracles/slices.yaml Tests/BroadsheetTests/Oracles/slices.csv

Two metrics are called undefined here although scikit-learn gives a number: the mean absolute percentage error when a label
is 0 (scikit-learn divides by 2.2e-16 then) and the average precision of a group in which only one class occurs.
"""

import argparse
import csv
import glob
import re
import warnings
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
import yaml
from scipy import stats
from sklearn import metrics as skm

NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
PSI_FLOOR = 1e-4
DECILES = np.arange(1, 10) / 10
# Columns of the output.
COLUMNS = ["version", "stage", "period", "slice", "feature", "metric", "value"]
# Of the values of slices one in this many is kept.
SLICE_STEP = 7


# ---------------------------------------------------------------------------------------------------- configuration

@dataclass
class Model:
    """One model of broadsheet.yaml, reduced to what the oracle needs."""
    id: str
    task: str
    folder: Path
    reference: list
    predictions: list
    labels: list
    columns: dict
    features: list
    segments: list            # list of lists: one or more column names that make slices
    positive: str | None
    score_is_probability: bool
    period: str
    timezone: str
    asked: set                # pairs of a slice and a column that expectations ask for

    @property
    def predicted(self):
        return self.columns["prediction"]

    @property
    def score(self):
        score = self.columns.get("score")
        return score if isinstance(score, str) else None

    @property
    def label(self):
        return self.columns["label"]


def as_list(value):
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def load_models(folder, config_path):
    config = yaml.safe_load(Path(config_path).read_text(encoding="utf-8"))
    calendar = {"period": "week", "timezone": "UTC"} | config.get("calendar", {})
    models = []
    for raw in config["models"]:
        calendar_of_model = calendar | raw.get("calendar", {})
        # Slices: the segments, then every protected attribute or intersection; each combination once.
        segments = [[name] for name in raw.get("segments", [])]
        for protected in raw.get("protected", []):
            names = protected.get("attributes") or [protected["attribute"]]
            if names not in segments:
                segments.append(names)
        models.append(Model(
            id=raw["id"], task=raw["task"], folder=Path(folder),
            reference=as_list(raw.get("reference")), predictions=as_list(raw["predictions"]),
            labels=as_list(raw.get("labels")), columns=raw["columns"], features=raw["features"], segments=segments,
            positive=None if "positive" not in raw else str(raw["positive"]),
            score_is_probability=raw.get("score_is_probability", True),
            period=calendar_of_model["period"], timezone=calendar_of_model["timezone"],
            asked={(e["slice"], f) for e in raw.get("expectations", []) if "slice" in e and "feature" in e
                   for f in (raw["features"] if e["feature"] == "*" else [e["feature"]])}))
    return models


# ---------------------------------------------------------------------------------------------------- reading

def read_files(folder, patterns):
    """All rows of all matching files as text; an empty cell is the only missing value."""
    paths = sorted({p for pattern in patterns for p in glob.glob(str(folder / pattern))})
    if not paths:
        raise SystemExit(f"no file matches {patterns} in {folder}")
    # "utf-8-sig" drops a byte order mark; pandas infers gzip from the name.
    frames = [pd.read_csv(p, dtype=str, keep_default_na=False, na_filter=False, encoding="utf-8-sig") for p in paths]
    frames = [f.astype(object) for f in frames]
    return pd.concat(frames, ignore_index=True)


def to_instants(texts, timezone):
    """UTC instants of Unix seconds, Unix milliseconds or ISO 8601; text without an offset is in the calendar's time zone."""
    texts = pd.Series(texts, dtype=object)
    out = pd.Series(pd.NaT, index=texts.index, dtype="datetime64[ns, UTC]")
    present = texts[texts != ""]
    if present.empty:
        return out
    if present.map(lambda t: bool(NUMBER.fullmatch(t))).all():
        numbers = present.astype(float)
        # Seconds stay below 1e11 until the year 5138; milliseconds exceed it since March 1973.
        unit = "s" if numbers.abs().max() < 1e11 else "ms"
        if unit == "ms" and (numbers != numbers.round()).any():
            raise SystemExit("fractional milliseconds are not supported")
        out.loc[present.index] = pd.to_datetime(numbers.astype("int64"), unit=unit, utc=True).astype("datetime64[ns, UTC]")
        return out
    with_offset = present.str.contains(r"(?:Z|[+-]\d\d:?\d\d)$", regex=True) & present.str.contains("T|:", regex=True)
    if with_offset.any():
        out.loc[present.index[with_offset]] = pd.to_datetime(
            present[with_offset], format="ISO8601", utc=True).astype("datetime64[ns, UTC]")
    plain = present[~with_offset]
    if not plain.empty:
        local = pd.to_datetime(plain, format="ISO8601").dt.tz_localize(timezone)
        out.loc[plain.index] = local.dt.tz_convert("UTC").astype("datetime64[ns, UTC]")
    return out


def period_names(instants, period, timezone):
    local = instants.dt.tz_convert(timezone)
    if period == "day":
        return local.dt.strftime("%Y-%m-%d")
    if period == "month":
        return local.dt.strftime("%Y-%m")
    if period == "quarter":
        return local.dt.year.astype(str) + "-Q" + local.dt.quarter.astype(str)
    iso = local.dt.isocalendar()
    return iso["year"].astype(str) + "-W" + iso["week"].astype(str).str.zfill(2)


def load_predictions(model):
    """Predictions with their labels joined on, one row per (version, id), plus the columns `_version`, `_stage`, `_period`,
    `_delay` (days from prediction to label)."""
    c = model.columns
    rows = read_files(model.folder, model.predictions)
    rows["_version"] = rows[c["version"]] if "version" in c else ""
    rows["_stage"] = rows[c["stage"]] if "stage" in c else "production"
    # A prediction is known by (model, version, id); reading one twice changes nothing.
    if "id" in c:
        rows = rows.drop_duplicates(["_version", c["id"]], keep="first").reset_index(drop=True)
    rows["_at"] = to_instants(rows[c["timestamp"]], model.timezone)
    rows["_period"] = period_names(rows["_at"], model.period, model.timezone)
    if model.labels:
        labels = read_files(model.folder, model.labels)
        columns = [c["id"], model.label] + ([c["label_timestamp"]] if "label_timestamp" in c else [])
        labels = labels[columns].copy()
        labels["_labelled_at"] = (to_instants(labels[c["label_timestamp"]], model.timezone)
                                  if "label_timestamp" in c else pd.NaT)
        # A corrected label replaces the earlier one: the latest label time wins, then the last in file order.
        labels = labels.sort_values("_labelled_at", kind="stable").drop_duplicates(c["id"], keep="last")
        rows = rows.drop(columns=[model.label] if model.label in rows else [])
        rows = rows.merge(labels[[c["id"], model.label, "_labelled_at"]], on=c["id"], how="left", validate="many_to_one")
        rows[model.label] = rows[model.label].fillna("")
    else:
        rows["_labelled_at"] = (to_instants(rows[c["label_timestamp"]], model.timezone)
                                if "label_timestamp" in c else pd.NaT)
    seconds = (pd.to_datetime(rows["_labelled_at"], utc=True) - rows["_at"]) / pd.Timedelta(seconds=1)
    rows["_delay"] = (seconds / 86400).where(rows[model.label] != "")
    return rows


def load_reference(model):
    c = model.columns
    rows = read_files(model.folder, model.reference)
    rows["_version"] = rows[c["version"]] if c.get("version") in rows else ""
    rows["_stage"] = rows[c["stage"]] if c.get("stage") in rows else "production"
    if model.label not in rows:
        rows[model.label] = ""
    rows["_period"] = "reference"
    rows["_delay"] = np.nan
    return rows


# ---------------------------------------------------------------------------------------------------- columns

@dataclass
class Columns:
    """Which columns are numeric (judged by the whole reference), and cached parsed values of a frame."""
    numeric: set = field(default_factory=set)

    @classmethod
    def judge(cls, model, reference):
        numeric = set()
        candidates = list(model.features)
        if model.task == "regression":
            candidates += [model.predicted, model.label]
        if model.score:
            candidates.append(model.score)
        for name in candidates:
            if name in reference:
                present = [t for t in reference[name] if t != ""]
                if present and all(NUMBER.fullmatch(t) for t in present):
                    numeric.add(name)
        return cls(numeric)

    def parse(self, frame):
        """Adds `#name` columns of floats for the numeric columns; text that is no number becomes NaN but is not 'missing'."""
        for name in self.numeric:
            if name in frame:
                frame["#" + name] = [float(t) if NUMBER.fullmatch(t) else np.nan for t in frame[name]]
        return frame

    def values(self, frame, name):
        """The values that are there: floats of a numeric column, texts of a categorical one."""
        if name in self.numeric:
            v = frame["#" + name].to_numpy(dtype=float)
            return v[~np.isnan(v)]
        v = frame[name].to_numpy(dtype=object)
        return v[v != ""]


# ---------------------------------------------------------------------------------------------------- drift

def psi_from_shares(current, reference):
    c = np.maximum(np.asarray(current, dtype=float), PSI_FLOOR)
    r = np.maximum(np.asarray(reference, dtype=float), PSI_FLOOR)
    return float(np.sum((c - r) * np.log(c / r)))


def psi_numeric(current, reference):
    """Bins (-inf, e1], (e1, e2], ..., (ek, inf) between the distinct deciles of the reference."""
    edges = np.unique(np.quantile(reference, DECILES))
    def shares(x):
        return np.bincount(np.searchsorted(edges, x, side="left"), minlength=len(edges) + 1) / len(x)
    return psi_from_shares(shares(current), shares(reference))


def psi_categorical(current, reference):
    c, r = pd.Series(current).value_counts(), pd.Series(reference).value_counts()
    names = sorted(set(c.index) | set(r.index))
    return psi_from_shares(c.reindex(names, fill_value=0) / len(current), r.reindex(names, fill_value=0) / len(reference))


def ks_statistic(current, reference):
    # "asymp" only spares the exact p-value; the statistic is the same.
    return float(stats.ks_2samp(current, reference, method="asymp").statistic)


# ---------------------------------------------------------------------------------------------------- metrics of a group of rows

def volume(rows, model, is_slice):
    n, labelled = len(rows), int((rows[model.label] != "").sum())
    yield "row_count", n, n
    yield "label_count", labelled, n
    yield "label_coverage", labelled / n, n
    delays = np.sort(rows["_delay"].dropna().to_numpy(dtype=float))
    if len(delays) and not is_slice:
        yield "label_delay_days_p50", float(np.median(delays)), len(delays)


def quality(rows, columns, name):
    values, n = columns.values(rows, name), len(rows)
    yield "missing_share", float((rows[name] == "").sum() / n), n
    yield "distinct_count", len(set(values.tolist())), len(values)
    if name in columns.numeric:
        there = len(values) > 0
        yield "mean", float(np.mean(values)) if there else None, len(values)
        yield "standard_deviation", float(np.std(values, ddof=1)) if len(values) > 1 else None, len(values)
        yield "minimum", float(values.min()) if there else None, len(values)
        yield "maximum", float(values.max()) if there else None, len(values)


def drift(rows, reference, columns, name):
    current, expected = columns.values(rows, name), columns.values(reference, name)
    both = len(current) > 0 and len(expected) > 0
    if name in columns.numeric:
        yield "ks_statistic", ks_statistic(current, expected) if both else None, len(current)
        yield "psi", psi_numeric(current, expected) if both else None, len(current)
    else:
        yield "psi", psi_categorical(current, expected) if both else None, len(current)


def binary_performance(rows, model):
    with_prediction = rows[rows[model.predicted] != ""]
    all_positive = (with_prediction[model.predicted] == model.positive).to_numpy(dtype=bool)
    n_all = len(with_prediction)
    yield "selection_rate", float(all_positive.mean()) if n_all else None, n_all

    judged = with_prediction[with_prediction[model.label] != ""]
    y = (judged[model.label] == model.positive).to_numpy(dtype=bool)
    p = (judged[model.predicted] == model.positive).to_numpy(dtype=bool)
    n, both_classes = len(y), len(set(y.tolist())) == 2
    yield "prevalence", float(y.mean()) if n else None, n
    tn, fp, fn, tp = skm.confusion_matrix(y, p, labels=[False, True]).ravel().tolist() if n else [None] * 4
    yield "true_positive_count", tp, n
    yield "false_positive_count", fp, n
    yield "true_negative_count", tn, n
    yield "false_negative_count", fn, n
    yield "accuracy", float(skm.accuracy_score(y, p)) if n else None, n
    yield "balanced_accuracy", float(skm.balanced_accuracy_score(y, p)) if both_classes else None, n
    nan = {"zero_division": np.nan}    # scikit-learn's own default would say 0 here
    yield "precision", float(skm.precision_score(y, p, **nan)) if n else None, n
    yield "recall", float(skm.recall_score(y, p, **nan)) if n else None, n
    yield "specificity", float(skm.recall_score(y, p, pos_label=False, **nan)) if n else None, n
    yield "f1", float(skm.f1_score(y, p, **nan)) if n else None, n
    defined = both_classes and len(set(p.tolist())) == 2
    yield "matthews_correlation", float(skm.matthews_corrcoef(y, p)) if defined else None, n

    if model.score:
        scored = rows[(rows[model.label] != "") & rows["#" + model.score].notna()]
        y = (scored[model.label] == model.positive).to_numpy(dtype=bool)
        s = scored["#" + model.score].to_numpy(dtype=float)
        n, both_classes = len(y), len(set(y.tolist())) == 2
        yield "roc_auc", float(skm.roc_auc_score(y, s)) if both_classes else None, n
        yield "average_precision", float(skm.average_precision_score(y, s)) if both_classes else None, n
        if model.score_is_probability:
            yield "brier_score", float(skm.brier_score_loss(y, s)) if n else None, n
            yield "log_loss", float(skm.log_loss(y, s, labels=[False, True])) if n else None, n


def regression_performance(rows, model):
    judged = rows[rows["#" + model.predicted].notna() & rows["#" + model.label].notna()]
    y, p = judged["#" + model.label].to_numpy(dtype=float), judged["#" + model.predicted].to_numpy(dtype=float)
    n = len(y)
    yield "mean_absolute_error", float(skm.mean_absolute_error(y, p)) if n else None, n
    yield "root_mean_squared_error", float(skm.root_mean_squared_error(y, p)) if n else None, n
    yield "mean_error", float(np.mean(p - y)) if n else None, n
    varied = n > 1 and y.min() < y.max()
    yield "r_squared", float(skm.r2_score(y, p)) if varied else None, n
    relative = n > 0 and (y != 0).all()
    yield "mean_absolute_percentage_error", float(skm.mean_absolute_percentage_error(y, p)) if relative else None, n


def measure_asked(rows, reference, model, columns, slice_name):
    """The same for the columns that are asked for within a slice."""
    for name in model.features + [model.predicted] + ([model.score] if model.score else []) + [model.label]:
        if (slice_name, name) not in model.asked:
            continue
        if name in model.features:
            for metric in quality(rows, columns, name):
                yield name, *metric
        if reference is not None:
            for metric in drift(rows, reference, columns, name):
                yield name, *metric


def measure(rows, reference, model, columns, is_slice):
    """Every (feature, metric, value, count) of a group of rows. `reference` is None for the reference itself."""
    for metric in volume(rows, model, is_slice):
        yield "", *metric
    for metric in (binary_performance if model.task == "binary" else regression_performance)(rows, model):
        yield "", *metric
    if is_slice:
        return
    for name in model.features:
        for metric in quality(rows, columns, name):
            yield name, *metric
    if reference is not None:
        for name in model.features + [model.predicted] + ([model.score] if model.score else []) + [model.label]:
            for metric in drift(rows, reference, columns, name):
                yield name, *metric


# ---------------------------------------------------------------------------------------------------- slices and output

def slices(rows, model):
    """All rows first, then every combination of segment values that occurs; rows without a value are in no slice."""
    yield "", {}, rows
    for names in model.segments:
        there = rows[(rows[names] != "").all(axis=1)]
        for values, part in there.groupby(names, sort=True, dropna=False):
            values = values if isinstance(values, tuple) else (values,)
            chosen = dict(zip(names, values))
            yield " & ".join(f"{k}={v}" for k, v in chosen.items()), chosen, part


def select(rows, chosen):
    for name, value in chosen.items():
        rows = rows[rows[name] == value]
    return rows


def compute(model):
    reference, predictions = load_reference(model), load_predictions(model)
    columns = Columns.judge(model, reference)
    columns.parse(reference)
    columns.parse(predictions)
    own = {version: part for version, part in reference.groupby("_version")} if "version" in model.columns else {}
    for rows in (reference, predictions):
        for (version, stage, period), group in rows.groupby(["_version", "_stage", "_period"], sort=True):
            expected = None if rows is reference else own.get(version, reference)
            for slice_name, chosen, part in slices(group, model):
                baseline = None if expected is None else select(expected, chosen)
                values = (measure_asked(part, baseline, model, columns, slice_name) if model.asked
                          else measure(part, baseline, model, columns, slice_name != ""))
                for feature, metric, value, _ in values:
                    yield [version, stage, period, slice_name, feature, metric, text(value)]


def text(value):
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return ""
    return repr(value)


def thinned(rows):
    in_slices = 0
    for row in rows:
        if row[3] == "":
            yield row
        else:
            if in_slices % SLICE_STEP == 0:
                yield row
            in_slices += 1


def main():
    parser = argparse.ArgumentParser(formatter_class=argparse.RawDescriptionHelpFormatter, description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("configuration", type=Path)
    parser.add_argument("output", type=Path)
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    with open(arguments.output, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        for model in load_models(arguments.folder, arguments.configuration):
            writer.writerows(compute(model) if model.asked else thinned(compute(model)))


if __name__ == "__main__":
    main()
