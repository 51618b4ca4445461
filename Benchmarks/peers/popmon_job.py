"""What a team does with popmon: one stability report over all weeks against the reference."""

import os
import sys

import pandas as pd
import popmon  # noqa: F401  (adds pm_stability_report to data frames)

folder, output = sys.argv[1:3]
os.makedirs(output, exist_ok=True)
log = pd.read_csv(os.path.join(folder, "predictions.csv"), parse_dates=["timestamp"])
reference = pd.read_csv(os.path.join(folder, "reference.csv"), parse_dates=["timestamp"])
for frame in (log, reference):
    frame["timestamp"] = frame["timestamp"].dt.tz_localize(None)
features = [f"timestamp:{c}" for c in log if c not in ("timestamp", "prediction_id")]
report = popmon.df_stability_report(
    log, time_axis="timestamp", time_width="1w", time_offset="2026-01-05", features=features,
    reference_type="external", reference=reference)
report.to_file(os.path.join(output, "report.html"))
