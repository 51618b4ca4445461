"""Values for the tests of summaries, from exact rational arithmetic, NumPy and scikit-learn.

Run with `python3 summaries.py > summaries.json`. Numbers that are compared to the last bit are given
as the sixteen hexadecimal digits of their bit pattern.
"""

import json
import math
import random
import struct
from fractions import Fraction

import numpy
from sklearn.metrics import average_precision_score, roc_auc_score


def bits(number):
    return struct.pack(">d", number).hex()


def rounded(fraction):
    """The nearest double of a rational, to even; infinite beyond the range."""
    try:
        return fraction.numerator / fraction.denominator
    except OverflowError:
        return math.inf if fraction > 0 else -math.inf


def any_double(source):
    while True:
        (number,) = struct.unpack(">d", source.getrandbits(64).to_bytes(8, "big"))
        if math.isfinite(number) and abs(number) < 1e300:
            return number


def sums():
    source = random.Random(1)
    cases = {
        "cancellation of the largest terms": [1e308, 1.0, -1e308],
        "one tenth ten times": [0.1] * 10,
        "subnormals": [5e-324, 5e-324, 1e-310, -3e-320, 2.5e-308],
        "subnormals that cancel": [5e-324, -5e-324],
        "half way, to even downwards": [2.0**53, 1.0],
        "half way, to even upwards": [2.0**53 + 2, 1.0],
        "just above half way by a far smaller term": [2.0**53, 1.0, 2.0**-1000],
        "just below half way by a far smaller term": [2.0**53, 1.0, -(2.0**-1000)],
        "negative sum": [-1e16, 3.0, -0.1],
        "carry over many digits": [2.0**900, -5e-324],
        "finite terms beyond the range": [1.7e308, 1.7e308],
        "negative terms beyond the range": [-1.7e308, -1.7e308],
        "beyond the range and back": [1.7e308, 1.7e308, -1.7e308],
        "rounds up to a power of two": [2.0**54 - 2, 1.5],
        "any exponents": [any_double(source) for _ in range(300)],
        "uniform": [source.uniform(-1, 1) for _ in range(1000)],
        "log-normal of either sign": [
            source.choice([-1, 1]) * source.lognormvariate(0, 12) for _ in range(1000)
        ],
    }
    result = []
    for name, terms in cases.items():
        value = rounded(sum(map(Fraction, terms)))
        if math.isfinite(value) and name != "beyond the range and back":
            assert value == math.fsum(terms)
        result.append({"name": name, "terms": [bits(t) for t in terms], "value": bits(value)})
    return result


def squares():
    source = random.Random(2)
    cases = [
        [0.1, 0.2, 0.3],
        [1e9 + source.random() for _ in range(200)],
        [source.choice([-1, 1]) * source.lognormvariate(0, 20) for _ in range(200)],
    ]
    return [
        {
            "terms": [bits(t) for t in terms],
            "value": bits(rounded(sum(Fraction(t) ** 2 for t in terms))),
        }
        for terms in cases
    ]


def expansion(fraction):
    """The number as a sum of three doubles, each the rest of those before."""
    parts = []
    for _ in range(3):
        part = rounded(fraction)
        parts.append(part)
        fraction -= Fraction(part)
    return [bits(part) for part in parts]


def pairs():
    source = random.Random(3)
    result = []
    for _ in range(60):
        numbers = []
        for _ in range(2):
            high = source.choice([-1, 1]) * source.lognormvariate(0, 6)
            numbers += [high, source.uniform(-0.5, 0.5) * math.ulp(high)]
        a = Fraction(numbers[0]) + Fraction(numbers[1])
        b = Fraction(numbers[2]) + Fraction(numbers[3])
        result.append(
            {
                "numbers": [bits(n) for n in numbers],
                "difference": expansion(a - b),
                "product": expansion(a * b),
                "quotient": expansion(a / Fraction(numbers[2])),
            }
        )
    return result


def moments():
    source = random.Random(4)
    cases = {
        "four small numbers": [4.0, 7.0, 13.0, 16.0],
        "the same far from zero": [1e9 + x for x in (4.0, 7.0, 13.0, 16.0)],
        "a small spread on 1e9": [1e9 + source.gauss(0, 1e-3) for _ in range(500)],
        "a small spread on 1e15": [1e15 + source.randrange(8) / 8 for _ in range(500)],
        "alike but for the last bit": [1.0, 1.0, math.nextafter(1.0, 2.0)],
        "equal": [0.1] * 7,
        "wide": [source.lognormvariate(0, 8) for _ in range(500)],
    }
    result = []
    for name, values in cases.items():
        exact = [Fraction(v) for v in values]
        mean = sum(exact) / len(exact)
        variance = sum((v - mean) ** 2 for v in exact) / (len(exact) - 1)
        result.append(
            {"name": name, "values": values, "mean": rounded(mean), "variance": rounded(variance)}
        )
    return result


def quantiles():
    source = random.Random(5)
    shares = [0.0, 0.05, 0.1, 0.25, 1 / 3, 0.5, 0.7, 0.9, 0.95, 0.99, 1.0]
    cases = [
        [3.5],
        [1.0, 2.0],
        [-2.0, 0.0, 0.0, 0.0, 7.25],
        [source.gauss(0, 100) for _ in range(257)],
        [float(source.randrange(10)) for _ in range(1000)],
        [source.choice([-1, 1]) * source.lognormvariate(0, 9) for _ in range(400)],
    ]
    return [
        {
            "values": values,
            "shares": shares,
            "results": [bits(q) for q in numpy.quantile(values, shares)],
        }
        for values in cases
    ]


def placement_error(positives, negatives):
    """DeLong's standard error from the placement values, by comparing every pair."""
    p, n = numpy.array(positives)[:, None], numpy.array(negatives)[None, :]
    wins = (p > n) + 0.5 * (p == n)
    return float(
        numpy.sqrt(
            wins.mean(axis=1).var(ddof=1) / len(positives)
            + wins.mean(axis=0).var(ddof=1) / len(negatives)
        )
    )


def rankings():
    source = random.Random(6)
    cases = {
        "distinct scores": (
            [source.gauss(1, 1) for _ in range(40)],
            [source.gauss(0, 1) for _ in range(60)],
        ),
        "many ties": (
            [float(source.randrange(3, 11)) for _ in range(70)],
            [float(source.randrange(1, 9)) for _ in range(90)],
        ),
        "one score": ([0.5] * 5, [0.5] * 8),
        "perfect": ([3.0, 4.0], [1.0, 2.0]),
        "reversed": ([1.0, 2.0], [3.0, 4.0, 5.0]),
        "two of each": ([0.2, 0.8], [0.4, 0.6]),
    }
    result = []
    for name, (positives, negatives) in cases.items():
        labels = [1] * len(positives) + [0] * len(negatives)
        scores = positives + negatives
        result.append(
            {
                "name": name,
                "positives": positives,
                "negatives": negatives,
                "area": float(roc_auc_score(labels, scores)),
                "precision": float(average_precision_score(labels, scores)),
                "error": placement_error(positives, negatives),
            }
        )
    return result


print(
    json.dumps(
        {
            "sums": sums(),
            "squares": squares(),
            "pairs": pairs(),
            "moments": moments(),
            "quantiles": quantiles(),
            "rankings": rankings(),
        },
        separators=(",", ":"),
    )
)
