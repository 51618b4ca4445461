"""Shared by the scripts in this folder: writing CSV files and evaluating tails with many digits."""

import csv
import pathlib

from mpmath import mp, mpf, exp, fabs, log, loggamma

HERE = pathlib.Path(__file__).parent


def write(name, header, rows):
    with open(HERE / f"{name}.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow([repr(float(v)) if not isinstance(v, int) else v for v in row])
    print(name, len(rows))


def positive_series(first, ratio):
    """Sum of positive terms given the ratio of term n + 1 to term n."""
    total = term = mpf(first)
    n = 0
    while True:
        factor = ratio(n)
        term *= factor
        total += term
        n += 1
        if factor < 1 and term / (1 - factor) < total * mpf(10) ** (-mp.dps - 2):
            return total


def gamma_tails(a, x):
    """P(a, x) and Q(a, x); the power series of P with enough digits to survive the complement."""
    a, x = mpf(a), mpf(x)
    kernel = exp(a * log(x) - x - loggamma(a + 1))
    lower = kernel * positive_series(1, lambda n: x / (a + 1 + n))
    return lower, 1 - lower


def beta_tails(a, b, x, y=None):
    """I_x(a, b) and its complement; the series on the near side of the mean, and the complement."""
    a, b, x = mpf(a), mpf(b), mpf(x)
    y = 1 - x if y is None else mpf(y)
    if x > (a + 1) / (a + b + 2):
        upper, lower = beta_tails(b, a, y, x)
        return lower, upper
    kernel = exp(a * log(x) + b * log(y) - loggamma(a) - loggamma(b) + loggamma(a + b)) / a
    lower = kernel * positive_series(1, lambda n: x * (a + b + n) / (a + 1 + n))
    return lower, 1 - lower


def corrected(point, target, tail, density, sign):
    """Where the tail equals the rounded target, one Newton step away from where the tail was taken."""
    return mpf(point) + sign * (mpf(target) - tail) / density


def relative(a, b):
    return float(fabs(mpf(a) / mpf(b) - 1)) if b else float(fabs(mpf(a)))
