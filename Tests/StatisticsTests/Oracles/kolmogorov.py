"""Kolmogorov–Smirnov p-values: exact rational counting for small sizes, SciPy 1.17.1 for large ones."""

import warnings
from fractions import Fraction
from math import comb, factorial, gcd

import numpy as np
import scipy.stats as st
from mpmath import mp, mpf, exp
from scipy.special import kolmogorov
from scipy.stats._stats_py import _attempt_exact_2kssamp

from oracle import relative, write

mp.dps = 60
rows = []
for x in [*np.linspace(0.15, 3, 58), 5.0, 10.0, 15.0, 18.5, 0.02]:
    m = mpf(x)
    value = 2 * sum((-1) ** (k - 1) * exp(-2 * k * k * m * m) for k in range(1, 600)) if x > 0.1 else mpf(1)
    rows.append([x, value])
    assert relative(kolmogorov(x), value) < 1e-11
write("kolmogorov_limit", ["x", "survival"], rows)


def paths_outside(m, n, h):
    """Share of lattice paths that reach the boundary, in whole numbers."""
    g = gcd(m, n)
    inside = [0] * (n + 1)
    for x in range(m + 1):
        for y in range(n + 1):
            if abs(x * (n // g) - y * (m // g)) >= h:
                inside[y] = 0
            elif x == 0 and y == 0:
                inside[y] = 1
            else:
                inside[y] = (inside[y] if x else 0) + (inside[y - 1] if y else 0)
    total = comb(m + n, n)
    return Fraction(total - inside[n], total)


rows = []
for m, n in [(1, 1), (5, 3), (7, 7), (20, 12), (50, 49), (60, 35), (100, 100), (150, 100), (211, 40), (300, 200)]:
    unit = m // gcd(m, n) * n
    for d in [0.01, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45, 0.6, 0.8, 0.95, 1.0]:
        h = round(d * unit)
        if h == 0:
            continue
        share = paths_outside(m, n, h)
        value = mpf(share.numerator) / share.denominator
        rows.append([m, n, h / unit, value])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ok, _, p = _attempt_exact_2kssamp(m, n, gcd(m, n), h / unit, "two-sided")
        assert not ok or p < 1e-280 or relative(p, value) < 1e-8, (m, n, h, p, value)
write("two_sample_exact", ["m", "n", "d", "p"], rows)

# As ks_2samp(method="auto") decides, for sizes too large for whole numbers.
rows = []
for m, n in [(1000, 1000), (1000, 999), (3000, 1250), (10000, 100), (10000, 9999), (10000, 10000), (7919, 5000),
             (10001, 10001), (20000, 50), (10001, 1), (12000, 150), (250000, 1200), (100000, 30000), (1000000, 2000000)]:
    en = m * n / (m + n)
    for z in [0.3, 0.5, 0.8, 1.0, 1.36, 1.63, 2.05, 3.0, 5.0, 9.0, 15.0]:
        d = z / np.sqrt(en)
        if d >= 1:
            continue
        if max(m, n) <= 10000:
            ok, d, p = _attempt_exact_2kssamp(m, n, gcd(m, n), d, "two-sided")
            assert ok
        else:
            p = st.kstwo.sf(d, np.round(float(max(m, n)) * float(min(m, n)) / (m + n)))
        if p > 1e-280:
            rows.append([m, n, d, p])
write("two_sample_scipy", ["m", "n", "d", "p"], rows)


def durbin(n, d):
    """P(D_n < d) by Durbin's matrix in exact rational numbers."""
    d = Fraction(d)
    k = int(n * d) + 1
    h = k - n * d
    size = 2 * k - 1
    H = [[Fraction(1) if i - j + 1 >= 0 else Fraction(0) for j in range(size)] for i in range(size)]
    for i in range(size):
        H[i][0] -= h ** (i + 1)
        H[size - 1][i] -= h ** (size - i)
    H[size - 1][0] += (2 * h - 1) ** size if 2 * h - 1 > 0 else 0
    for i in range(size):
        for j in range(size):
            if i - j + 1 > 0:
                H[i][j] /= factorial(i - j + 1)
    M = mp.matrix([[mpf(v.numerator) / v.denominator for v in row] for row in H])
    power = M ** n
    return power[k - 1, k - 1] * mp.factorial(n) / mpf(n) ** n


rows = []
for n in [1, 2, 3, 10, 37, 140, 141, 600, 1000, 1001, 1500, 4000]:
    for z in [0.35, 0.6, 0.9, 1.2, 1.5, 1.9, 2.3, 3.5, 6.0, 12.0]:
        d = float(np.round(z / np.sqrt(n), 9))
        if d >= 1 or n * d <= 0.5:
            continue
        if n * d < 29 and 2 * z * z < 40:
            mp.dps = 60
            p = 1 - durbin(n, d)
            compared = st.kstwo.sf(d, n)
            assert relative(compared, p) < 1e-5, (n, d, compared, p)
        elif n * d * d >= 4:
            # Twice the one-sided probability; both sides at once are at most e⁻²⁴ of it.
            mp.dps = 60
            x = mpf(d)
            p = 2 * x * sum(mp.binomial(n, j) * (x + mpf(j) / n) ** (j - 1) * (1 - x - mpf(j) / n) ** (n - j)
                            for j in range(int(n * (1 - d)) + 1))
            p = min(p, mpf(1))
        else:
            continue
        if p > mpf(10) ** -300:
            rows.append([n, d, p])
write("one_sample", ["n", "x", "survival"], rows)
