"""Special functions with 420 digits (mpmath 1.3.0), so that complements of tails of 1e-300 are exact."""

import numpy as np
from mpmath import mp, mpf, exp, log, erfc, erf, gamma, loggamma, sqrt, pi

from oracle import beta_tails, corrected, gamma_tails, write

mp.dps = 420
SMALLEST = mpf(10) ** -301

# Logarithm of the gamma function with its sign.
rows = []
for x in [*np.logspace(-12, 9, 64), 0.5, 1.0, 1.0000001, 1.5, 2.0, 2.0000001, 3.0]:
    rows.append([x, log(gamma(mpf(x))) if x < 1000 else loggamma(mpf(x)), 1])
for x in [-0.25, -0.5, -1.5, -2.5, -3.25, -10.7, -50.5]:
    value = gamma(mpf(x))
    rows.append([x, log(abs(value)), 1 if value > 0 else -1])
write("log_gamma", ["x", "value", "sign"], rows)

# Error functions.
rows = []
for x in [*np.linspace(-6, 6, 97), *np.linspace(6.25, 26, 40), 1e-9, 1e-300, 26.2, 50.0, 1e3, 1e6, 1e9]:
    mp.dps = 60
    m = mpf(x)
    # At a million and beyond the asymptotic expansion is exact to 60 digits and erfc itself too small.
    if x > 1e4:
        scaled = (1 - 1 / (2 * m**2) + 3 / (4 * m**4) - 15 / (8 * m**6)) / (m * sqrt(pi))
        logarithm = log(scaled) - m * m
    else:
        mp.dps = 60 + int(x * x if x > 0 else 0) if x < 60 else 60
        scaled, logarithm = exp(m * m) * erfc(m), log(erfc(m))
    rows.append([x, erf(m), erfc(m) if x < 27 else 0, scaled, logarithm])
write("error_function", ["x", "erf", "erfc", "erfcx", "logErfc"], rows)

mp.dps = 420

# Incomplete gamma function and its quantiles.
rows, quantiles = [], []
for a in [1e-6, 0.01, 0.3, 0.5, 0.75, 1.0, 1.5, 2.5, 7.0, 15.5, 16.0, 50.0, 499.5, 1e4, 1e6]:
    spread = max(np.sqrt(a), 1)
    points = [a + z * spread for z in (-30, -15, -6, -3, -1, -0.1, 0, 0.1, 1, 3, 6, 15, 30, 36)]
    points += [a * f for f in (1e-200, 1e-30, 1e-5, 0.01, 0.3, 0.9)] + [10.0, 100.0, 500.0, 680.0]
    for x in points:
        if x <= 0 or (a >= 1e4 and abs(x - a) > 40 * spread):
            continue
        lower, upper = gamma_tails(a, x)
        if lower < SMALLEST or upper < SMALLEST:
            continue
        rows.append([a, x, log(lower), log(upper)])
        density = exp((mpf(a) - 1) * log(mpf(x)) - mpf(x) - loggamma(mpf(a)))
        for target, tail, sign, name in ((float(lower), lower, 1, 0), (float(upper), upper, -1, 1)):
            # Above ½ the rounding of the target itself moves the point too far to compare digits.
            if target <= 0.5:
                quantiles.append([a, name, target, corrected(x, target, tail, density, sign)])
write("incomplete_gamma", ["a", "x", "logLower", "logUpper"], rows)
write("gamma_quantile", ["a", "isUpper", "tail", "x"], quantiles)

# Incomplete beta function and its quantiles.
rows, quantiles = [], []
shapes = [0.1, 0.5, 1.0, 2.5, 10.0, 100.0, 3000.5, 1e5]
for a in shapes:
    for b in shapes:
        mean = a / (a + b)
        spread = np.sqrt(a * b / (a + b + 1)) / (a + b)
        points = [mean + z * spread for z in (-30, -10, -3, -1, -0.1, 0.1, 1, 3, 10, 30)]
        points += [1e-100, 1e-9, 0.01, 0.1, 0.5, 0.9, 0.999]
        for x in points:
            if not 0 < x < 1 or (a + b > 5000 and abs(x - mean) > 40 * spread):
                continue
            # The series of the near side needs too many terms close to its far end.
            if (x if x < (a + 1) / (a + b + 2) else 1 - x) > 0.99:
                continue
            lower, upper = beta_tails(a, b, x)
            if lower < SMALLEST or upper < SMALLEST:
                continue
            rows.append([a, b, x, log(lower), log(upper)])
            ma, mb, mx = mpf(a), mpf(b), mpf(x)
            density = exp((ma - 1) * log(mx) + (mb - 1) * log(1 - mx)
                          - loggamma(ma) - loggamma(mb) + loggamma(ma + mb))
            for target, tail, sign, name in ((float(lower), lower, 1, 0), (float(upper), upper, -1, 1)):
                if target <= 0.5:
                    point = corrected(x, target, tail, density, sign)
                    if not 0 < point < 1:
                        continue
                    quantiles.append([a, b, name, target, point, 1 - point])
write("incomplete_beta", ["a", "b", "x", "logLower", "logUpper"], rows)
write("beta_quantile", ["a", "b", "isUpper", "tail", "x", "complement"], quantiles)
