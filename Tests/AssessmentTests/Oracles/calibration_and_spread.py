"""Calibration error, and Bonett's interval of a standard deviation, by NumPy and SciPy.

    pip install 'numpy==2.2.6' 'scipy==1.17.1'
    python calibration_and_spread.py > calibration_and_spread.json
"""

import json
import math

import numpy as np
from scipy import stats

random = np.random.Generator(np.random.PCG64(7))


def calibration(scores, labels):
    # The bins of sklearn.calibration.calibration_curve(strategy="uniform").
    edges = np.linspace(0, 1, 11)
    bins = np.searchsorted(edges[1:-1], scores)
    total = 0.0
    for b in range(10):
        inside = bins == b
        if inside.any():
            total += inside.sum() * abs(labels[inside].mean() - scores[inside].mean())
    return total / len(scores)


def bonett(values):
    n, z = len(values), stats.norm.ppf(0.975)
    trimmed = stats.trim_mean(values, 1 / (2 * math.sqrt(n - 4)))
    kurtosis = n * np.sum((values - trimmed) ** 4) / np.sum((values - values.mean()) ** 2) ** 2
    c = n / (n - z)
    reach = z * c * math.sqrt((kurtosis - (n - 3) / n) / (n - 1))
    center = math.log(c * values.var(ddof=1))
    return [math.sqrt(math.exp(center - reach)), math.sqrt(math.exp(center + reach))]


scores = np.round(random.beta(2, 3, 400), 2)
labels = (random.random(400) < scores * 0.8).astype(int)
edges = np.array([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
edge_labels = np.array([0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0])
samples = [random.normal(5, 2, 40), np.round(random.exponential(3, 90), 1), np.arange(5.0)]
print(
    json.dumps(
        {
            "calibration": [
                {"scores": s.tolist(), "labels": y.tolist(), "error": calibration(s, y)}
                for s, y in [(scores, labels), (edges, edge_labels)]
            ],
            "spread": [
                {"values": v.tolist(), "deviation": v.std(ddof=1), "bounds": bonett(v)}
                for v in samples
            ],
        },
        separators=(",", ":"),
    )
)
