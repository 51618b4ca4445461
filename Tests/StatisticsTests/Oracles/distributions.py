"""Distributions with 340 digits (mpmath 1.3.0), compared with SciPy 1.17.1 where its tails have digits."""

import numpy as np
import scipy.stats as st
from mpmath import mp, mpf, exp, log, loggamma, sqrt, pi, erfc, binomial

from oracle import beta_tails, corrected, gamma_tails, relative, write

mp.dps = 340
SMALLEST = mpf(10) ** -301
differences = {}


def compare(name, found, exact):
    if 1e-290 < exact:
        worst = differences.get(name, 0.0)
        differences[name] = max(worst, relative(found, exact))


# Normal: z, lower, upper, log upper, and the quantile of the smaller tail.
rows, quantiles = [], []
for z in [*np.linspace(-37, 37, 75), *np.linspace(-1, 1, 21), 1e-8, -1e-3]:
    lower, upper = erfc(-mpf(z) / sqrt(2)) / 2, erfc(mpf(z) / sqrt(2)) / 2
    rows.append([z, lower, upper, log(upper)])
    compare("normal", st.norm.sf(z), upper)
    target = float(upper)
    if target <= 0.5:
        density = exp(-mpf(z) ** 2 / 2) / sqrt(2 * pi)
        quantiles.append([target, corrected(z, target, upper, density, -1)])
write("normal", ["z", "lower", "upper", "logUpper"], rows)
write("normal_quantile", ["upper", "z"], quantiles)

# Student t: upper tail of positive points (the lower one mirrors it), and its quantile.
rows = []
for df in [0.5, 1.0, 2.0, 3.7, 10.0, 99.0, 1e3, 1e5]:
    for t in [1e-8, 1e-3, 0.1, 0.5, 0.674, 1.0, 1.96, 3.0, 6.0, 12.0, 25.0, 37.0, 300.0, 1e6, 1e40, 1e90, 1e140]:
        m, nu = mpf(t), mpf(df)
        x = nu / (nu + m * m)
        if (x if x < (nu / 2 + 1) / (nu / 2 + 2.5) else 1 - x) > 0.995:
            continue
        outside = beta_tails(nu / 2, mpf(1) / 2, x, m * m / (nu + m * m))[0]
        upper = outside / 2
        if upper < SMALLEST:
            continue
        target = float(upper)
        constant = exp(loggamma((nu + 1) / 2) - loggamma(nu / 2)) / sqrt(nu * pi)
        density = constant * exp(-(nu + 1) / 2 * log(1 + m * m / nu))
        rows.append([df, t, upper, log(upper), corrected(t, target, upper, density, -1)])
        compare("t", st.t.sf(t, df), upper)
write("student_t", ["df", "t", "upper", "logUpper", "quantile"], rows)

# χ²: both tails.
rows = []
for df in [1, 2, 3, 9, 30, 255, 1000]:
    for f in [1e-60, 1e-6, 0.01, 0.3, 0.7, 0.95, 1.0, 1.1, 1.5, 3.0, 10.0, 60.0, 400.0, 1200.0]:
        x = df * f
        lower, upper = gamma_tails(mpf(df) / 2, mpf(x) / 2)
        if min(lower, upper) > SMALLEST:
            rows.append([df, x, lower, upper])
            compare("chi2", st.chi2.sf(x, df), upper)
write("chi_squared", ["df", "x", "lower", "upper"], rows)

# F: both tails, and the quantile of the upper one.
rows = []
for d1 in [1.0, 2.0, 5.5, 40.0, 1000.0]:
    for d2 in [1.0, 3.0, 12.0, 200.0, 5000.0]:
        for f in [1e-80, 1e-5, 0.05, 0.5, 0.9, 1.1, 2.0, 8.0, 100.0, 1e5, 1e60]:
            a, b, m = mpf(d1) / 2, mpf(d2) / 2, mpf(f)
            x, y = d1 * m / (d1 * m + d2), d2 / (d1 * m + d2)
            if (x if x < (a + 1) / (a + b + 2) else y) > 0.995:
                continue
            lower, upper = beta_tails(a, b, x, y)
            if min(lower, upper) < SMALLEST:
                continue
            kernel = exp(a * log(x) + b * log(y) - loggamma(a) - loggamma(b) + loggamma(a + b))
            target = float(upper)
            quantile = corrected(f, target, upper, kernel / m, -1)
            # Above ½ the rounding of the tail moves the point by more than the tolerance.
            rows.append([d1, d2, f, lower, upper, quantile if target <= 0.5 else 0])
            compare("F", st.f.sf(f, d1, d2), upper)
write("f_distribution", ["d1", "d2", "f", "lower", "upper", "quantile"], rows)

# Binomial: mass and both tails by exact summation.
rows = []
mp.dps = 60
for n, p in [(1, 0.3), (10, 0.5), (25, 0.03), (100, 0.9), (1000, 0.5), (1000, 1e-4), (5000, 0.2), (20000, 0.0371)]:
    mp.dps = 60
    mass = [(1 - mpf(p)) ** n]
    odds = mpf(p) / (1 - mpf(p))
    for k in range(n):
        mass.append(mass[-1] * odds * (n - k) / (k + 1))
    below, above = [mass[0]], [mpf(0)]
    for k in range(1, n + 1):
        below.append(below[-1] + mass[k])
    for k in range(n, 0, -1):
        above.append(above[-1] + mass[k])
    above.reverse()
    sd = np.sqrt(n * p * (1 - p))
    for k in sorted({0, 1, n // 2, n - 1, n} | {int(n * p + z * sd) for z in (-30, -8, -3, -1, 0, 1, 2, 5, 15, 35)}):
        if 0 <= k <= n and mass[k] > SMALLEST:
            rows.append([n, p, k, mass[k], below[k], above[k] if above[k] > SMALLEST else 0])
            compare("binomial", st.binom.sf(k, n, p), above[k])
write("binomial", ["n", "p", "k", "mass", "lower", "upper"], rows)

# Hypergeometric: mass and both tails by exact summation of whole numbers.
from fractions import Fraction
from math import comb
rows = []
for N, K, n in [(10, 5, 5), (50, 7, 20), (200, 100, 100), (1000, 30, 500), (1000, 900, 700), (5000, 2000, 1500), (40000, 300, 900)]:
    low, high = max(0, n + K - N), min(n, K)
    ways = [comb(K, k) * comb(N - K, n - k) for k in range(low, high + 1)]
    total = comb(N, n)
    mean, sd = n * K / N, np.sqrt(n * K / N * (1 - K / N) * (N - n) / (N - 1))
    prefix = [0]
    for way in ways:
        prefix.append(prefix[-1] + way)
    for k in sorted({low, low + 1, high - 1, high} | {int(mean + z * sd) for z in (-20, -6, -2, -0.5, 0, 0.5, 1, 3, 9, 25)}):
        if low <= k <= high:
            i = k - low
            values = [mpf(ways[i]) / total, mpf(prefix[i + 1]) / total, mpf(total - prefix[i + 1]) / total]
            if values[0] > SMALLEST:
                rows.append([N, K, n, k, *values])
                compare("hypergeometric", st.hypergeom.sf(k, N, K, n), values[2])
write("hypergeometric", ["N", "K", "n", "k", "mass", "lower", "upper"], rows)
print("largest relative difference of SciPy from these:", differences)
