"""What a team does with NannyML: realised and estimated performance and univariate drift by week,
exported as tables, and performance as figures too. Its figures of drift are left out: for a million
rows they take more than ten minutes."""

import os
import sys

import nannyml
import pandas as pd

folder, output = sys.argv[1:3]
os.makedirs(output, exist_ok=True)
log = pd.read_csv(os.path.join(folder, "predictions.csv"), parse_dates=["timestamp"])
reference = pd.read_csv(os.path.join(folder, "reference.csv"), parse_dates=["timestamp"])
for frame in (log, reference):
    frame["timestamp"] = frame["timestamp"].dt.tz_localize(None)
features = [c for c in log if c.startswith(("float", "category"))] + ["sex", "age_band"]
answers = dict(
    y_pred_proba="score", y_pred="prediction", y_true="label", timestamp_column_name="timestamp",
    problem_type="classification_binary", chunk_period="W",
    metrics=["roc_auc", "accuracy", "precision", "recall", "f1"])
jobs = {
    "performance": nannyml.PerformanceCalculator(**answers),
    "estimate": nannyml.CBPE(**answers),
    "drift": nannyml.UnivariateDriftCalculator(
        column_names=features, timestamp_column_name="timestamp", chunk_period="W",
        continuous_methods=["kolmogorov_smirnov", "wasserstein", "jensen_shannon"],
        categorical_methods=["chi2", "jensen_shannon"]),
}
for name, job in jobs.items():
    job.fit(reference)
    results = job.estimate(log) if name == "estimate" else job.calculate(log)
    results.filter(period="analysis").to_df().to_csv(os.path.join(output, f"{name}.csv"))
    if name != "drift":
        results.plot().write_html(os.path.join(output, f"{name}.html"))
