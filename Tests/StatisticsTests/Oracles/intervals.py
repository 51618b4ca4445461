"""Intervals with SciPy 1.17.1 and statsmodels 0.15.0."""

import numpy as np
import scipy.stats as st
from statsmodels.stats.proportion import confint_proportions_2indep

from oracle import write

rows = []
for x, n in [(0, 1), (1, 1), (0, 10), (1, 10), (5, 10), (10, 10), (3, 50), (81, 263), (15, 148), (1, 29), (0, 20),
             (500, 1000), (1, 100000), (99999, 100000), (123456, 1000000)]:
    for level in (0.8, 0.95, 0.99, 0.999):
        test = st.binomtest(x, n)
        wilson = test.proportion_ci(level, method="wilson")
        # binomtest's own root finder stops early, so the quantiles it stands for are taken instead.
        tail = (1 - level) / 2
        low = st.beta.ppf(tail, x, n - x + 1) if x else 0
        high = st.beta.isf(tail, x + 1, n - x) if x < n else 1
        exact = test.proportion_ci(level, method="exact")
        assert abs(low - exact.low) < 1e-9 and abs(high - exact.high) < 1e-9
        rows.append([x, n, level, wilson.low, wilson.high, low, high])
write("proportion_interval", ["x", "n", "level", "wilsonLower", "wilsonUpper", "exactLower", "exactUpper"], rows)

rows = []
for xr, nr, xc, nc in [(48, 80, 56, 70), (3, 10, 9, 10), (2, 7, 6, 7), (0, 29, 5, 56), (0, 20, 0, 10), (0, 10, 10, 10),
                       (1000, 20000, 1100, 21000), (5, 9, 5, 9)]:
    for level in (0.9, 0.95, 0.99):
        low, high = confint_proportions_2indep(xc, nc, xr, nr, compare="diff", method="newcomb", alpha=1 - level)
        if xr and xc and not (xr == nr and xc == nc):
            ratio = confint_proportions_2indep(xc, nc, xr, nr, compare="ratio", method="log", alpha=1 - level)
        else:
            ratio = (-1, -1)
        rows.append([xr, nr, xc, nc, level, low, high, *ratio])
write("difference_interval", ["xr", "nr", "xc", "nc", "level", "lower", "upper", "ratioLower", "ratioUpper"], rows)

rows = []
for n, mean, variance in [(2, 0.0, 1.0), (3, 5.0, 0.25), (10, -2.0, 9.0), (100, 0.5, 0.01), (1000000, 3.0, 4.0)]:
    for level in (0.5, 0.95, 0.999):
        low, high = st.t.interval(level, n - 1, mean, (variance / n) ** 0.5)
        rows.append([n, mean, variance, level, low, high])
write("mean_interval", ["n", "mean", "variance", "level", "lower", "upper"], rows)
