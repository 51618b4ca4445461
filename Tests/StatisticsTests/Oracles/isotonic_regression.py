"""Isotonic regression with scikit-learn 1.9.1: points to fit (query 0) and places to look up (query 1)."""

import numpy as np
from sklearn.isotonic import IsotonicRegression

from oracle import write

rng = np.random.default_rng(20240611)
cases = [
    ([1], [0.5], [3]),
    ([1, 2], [1, 0], [1, 3]),
    ([0, 1, 2, 3], [0, 1, 2, 3], [1, 1, 1, 1]),
    ([0, 1, 2, 3], [3, 2, 1, 0], [1, 2, 3, 4]),
    ([-2, 0.5, 0.75, 1e6], [0.25, 0.75, 0.5, 0.5], [10, 1, 1, 2]),
]
for n in (8, 60):
    x = np.unique(np.round(rng.uniform(0, 1, n), 3))
    w = rng.integers(1, 40, len(x))
    cases.append((x, rng.binomial(w, x**2) / w, w))

rows = []
for case, (x, y, w) in enumerate(cases):
    x, y, w = (np.asarray(v, dtype=float) for v in (x, y, w))
    model = IsotonicRegression(out_of_bounds="clip").fit(x, y, sample_weight=w)
    rows += [[case, 0, *row] for row in zip(x, y, w, model.predict(x))]
    places = np.concatenate([[x[0] - 1, x[-1] + 1], (x[1:] + x[:-1]) / 2, x[:-1] + np.diff(x) / 3])
    rows += [[case, 1, place, 0, 0, value] for place, value in zip(places, model.predict(places))]
write("isotonic_regression", ["case", "query", "x", "y", "weight", "fitted"], rows)
