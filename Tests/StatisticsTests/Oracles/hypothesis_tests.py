"""Tests with SciPy 1.17.1 and statsmodels 0.15.0; Fisher's test with exact whole numbers."""

from fractions import Fraction
from math import comb

import numpy as np
import scipy.stats as st
from statsmodels.stats.proportion import proportions_ztest

from oracle import relative, write

generator = np.random.default_rng(20260101)

TABLES = [(3, 10, 7, 10), (56, 70, 48, 80), (0, 20, 5, 20), (9, 10, 3, 10), (10, 10, 0, 10), (1, 1, 0, 1),
          (120, 1000, 90, 1000), (12, 500, 40, 700), (5000, 100000, 5200, 100000), (480, 1000, 520, 1000),
          (100, 1000, 850, 1000), (2, 3000, 9, 100), (15, 31, 16, 31), (300, 4000, 1, 4000), (7, 15, 8, 15)]

rows = []
for xr, nr, xc, nc in TABLES:
    z, p = proportions_ztest([xc, xr], [nc, nr])
    rows.append([xr, nr, xc, nc, z, p])
write("proportion_test", ["xr", "nr", "xc", "nc", "z", "p"], rows)

rows = []
for xr, nr, xc, nc in TABLES:
    successes, total = xr + xc, nr + nc
    low, high = max(0, nc - (total - successes)), min(nc, successes)
    ways = {low: comb(successes, low) * comb(total - successes, nc - low)}
    for k in range(low, high):
        ways[k + 1] = ways[k] * ((successes - k) * (nc - k)) // ((k + 1) * (total - successes - nc + k + 1))
    p = Fraction(sum(w for w in ways.values() if w <= ways[xc]), comb(total, nc))
    found = st.fisher_exact([[xc, nc - xc], [xr, nr - xr]])
    assert p < 1e-290 or relative(found.pvalue, float(p)) < 1e-8, (found, float(p))
    rows.append([xr, nr, xc, nc, float(found.statistic), float(p)])
write("fisher_exact", ["xr", "nr", "xc", "nc", "oddsRatio", "p"], rows)

# 2 × k tables, padded with −1; the last four columns are the results of both tests.
rows = []
for k in (2, 3, 5, 8):
    for scale in (0.8, 6, 40, 3000):
        for shift in (0, 0.3):
            r = generator.poisson(scale * np.linspace(1, 2, k))
            c = generator.poisson(scale * np.linspace(1 + shift, 2 - shift, k))
            used = (r + c) > 0
            if r.sum() == 0 or c.sum() == 0 or used.sum() < 2:
                continue
            table = np.array([r[used], c[used]])
            pearson = st.chi2_contingency(table, correction=False)
            likelihood = st.chi2_contingency(table, correction=False, lambda_="log-likelihood")
            pad = [-1] * (8 - k)
            rows.append([*map(int, r), *pad, *map(int, c), *pad, int(pearson.dof), pearson.statistic,
                         pearson.pvalue, likelihood.statistic, likelihood.pvalue, pearson.expected_freq.min()])
write("contingency", [*(f"r{i}" for i in range(8)), *(f"c{i}" for i in range(8)),
                      "df", "chi2", "pChi2", "g", "pG", "smallest"], rows)

# Mann–Whitney: the samples as value indices in two padded halves of 24.
rows = []
for n1, n2, levels in [(3, 4, 0), (8, 20, 0), (7, 24, 0), (9, 9, 0), (24, 24, 0), (10, 20, 5), (5, 6, 3), (24, 20, 2),
                       (1, 1, 0), (2, 12, 0), (8, 8, 40), (24, 24, 8)]:
    for shift in (0, 4):
        if levels == 0:
            order = generator.permutation(48)[: n1 + n2]
            a, b = order[:n1], order[n1:]
            if shift:
                order = np.sort(order)
                a, b = order[:n1], order[n1:]
        else:
            a = generator.integers(0, levels, n1)
            b = generator.integers(0, levels, n2) + (shift if levels > 3 else 0)
        result = st.mannwhitneyu(a, b)
        rows.append([*map(int, a), *[-1] * (24 - n1), *map(int, b), *[-1] * (24 - n2), result.statistic, result.pvalue])
write("mann_whitney", [*(f"a{i}" for i in range(24)), *(f"b{i}" for i in range(24)), "u", "p"], rows)

rows = []
for n1, m1, v1, n2, m2, v2 in [(10, 1.0, 2.0, 12, 1.5, 0.5), (2, 0.0, 1.0, 2, 1.0, 1.0), (1000, 5.0, 4.0, 1200, 5.1, 4.2),
                               (30, 10.0, 1e-6, 30, 10.01, 1e-6), (5, 1.0, 0.0, 9, 3.0, 1.0), (100000, 1.0, 1.0, 50, 2.0, 9.0),
                               (400, 0.0, 1.0, 400, 2.5, 1.0)]:
    result = st.ttest_ind_from_stats(m2, v2**0.5, n2, m1, v1**0.5, n1, equal_var=False)
    parts = v1 / n1, v2 / n2
    df = sum(parts) ** 2 / (parts[0] ** 2 / (n1 - 1) + parts[1] ** 2 / (n2 - 1))
    interval = m2 - m1 + np.array([-1, 1]) * st.t.ppf(0.975, df) * sum(parts) ** 0.5
    rows.append([n1, m1, v1, n2, m2, v2, result.statistic, result.pvalue, df, *interval])
write("welch", ["n1", "m1", "v1", "n2", "m2", "v2", "t", "p", "df", "lower", "upper"], rows)

rows = []
for m in (1, 2, 5, 12, 40):
    p = np.round(generator.beta(0.4, 1, m), 3 if m == 12 else 17)
    adjusted = st.false_discovery_control(p)
    rows += [[m, float(x), float(y)] for x, y in zip(p, adjusted)]
write("false_discovery", ["m", "p", "adjusted"], rows)
