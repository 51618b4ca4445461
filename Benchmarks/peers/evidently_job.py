"""What a team does with Evidently for the same 12 weeks: each week against the reference, drift,
data summary and classification quality, saved as one HTML file a week."""

import os
import sys

import pandas as pd
from evidently import BinaryClassification, DataDefinition, Dataset, Report
from evidently.presets import ClassificationPreset, DataDriftPreset, DataSummaryPreset

folder, output = sys.argv[1:3]
os.makedirs(output, exist_ok=True)
log = pd.read_csv(os.path.join(folder, "predictions.csv"), parse_dates=["timestamp"])
reference = pd.read_csv(os.path.join(folder, "reference.csv"), parse_dates=["timestamp"])
numbers = [c for c in log if c.startswith("float")] + ["score", "latency_ms"]
numbers = [c for c in numbers if c in reference]
categories = [c for c in log if c.startswith("category")] + ["sex", "age_band"]
definition = DataDefinition(
    numerical_columns=numbers, categorical_columns=categories,
    classification=[BinaryClassification(
        target="label", prediction_labels="prediction", pos_label=1)])


def dataset(rows):
    return Dataset.from_pandas(rows, data_definition=definition)


base = dataset(reference)
for week, rows in log.groupby(log["timestamp"].dt.tz_localize(None).dt.to_period("W")):
    report = Report([DataDriftPreset(), DataSummaryPreset(), ClassificationPreset()])
    report.run(dataset(rows), base).save_html(
        os.path.join(output, f"{str(week).split('/')[0]}.html"))
