"""Drift distances as Evidently and NannyML compute them, for the tests of the compatibility modes.

Each tool in an environment of its own, as their requirements exclude each other:

    pip install 'evidently==0.7.23' 'pandas==2.3.3' 'numpy==2.2.6' 'scipy==1.17.1'
    python drift_of_other_tools.py evidently > evidently.json
    pip install 'nannyml==0.13.1' 'pandas==3.1.1' 'numpy==2.4.6' 'scipy==1.17.1' 'statsmodels==0.15.0'
    python drift_of_other_tools.py nannyml > nannyml.json

Every column is written whole, so that the tests need no Python.
"""

import json
import sys

import numpy as np
import pandas as pd

random = np.random.Generator(np.random.PCG64(20240607))


def numbers():
    """Reference and current values; current ones are values of the reference unless said."""
    many = np.round(random.normal(50, 12, 600), 1)
    skewed = np.round(random.lognormal(1, 0.9, 700), 2)
    few = random.integers(0, 6, 300).astype(float)
    twenty = np.arange(20).repeat(9).astype(float)
    twenty_one = np.arange(21).repeat(9).astype(float)
    ages = random.integers(18, 90, 2000).astype(float)
    pair = np.array([0.0, 1.0]).repeat([180, 60])
    rare = np.arange(12.0).repeat([20000, 1] + [1500] * 10)
    yield "shifted", many, random.choice(many[many > 45], 400)
    yield "skewed", skewed, random.choice(np.sort(skewed)[300:], 250)
    yield "integers", ages, random.choice(ages[ages < 60], 900)
    yield "few values", few, random.choice([0.0, 1.0, 2.0, 5.0], 200)
    yield "a value that is new", few, np.append(random.choice(few, 150), [9.0] * 7)
    yield "twenty values", twenty, random.choice(twenty, 80)
    yield "twenty-one values", twenty_one, random.choice(twenty_one, 80)
    yield "two values", pair, random.choice(pair, 90)
    yield "rare value", rare, random.choice(rare[rare != 1], 20000)
    yield "one value", np.full(40, 3.0), np.full(30, 3.0)
    yield "extremes outside", many, np.concatenate([random.choice(many, 200), [-40.0, 160.0]])


def categories():
    names = np.array(["north", "south", "east", "west", "sea"])
    yield "shifted", random.choice(names[:4], 400), random.choice(names[:3], 150)
    yield "new", random.choice(names[:3], 400), random.choice(names, 150)
    yield "gone", random.choice(names, 12000), random.choice(names[:2], 90)
    yield "equal", np.repeat(names, 10), np.repeat(names, 4)
    yield "rare", np.repeat(names, [20000, 1, 300, 40, 5]), np.repeat(names[:2], [50, 20])


def evidently(reference, current, numeric):
    from evidently.legacy.calculations.stattests.jensenshannon import _jensenshannon
    from evidently.legacy.calculations.stattests.psi import _psi
    from evidently.legacy.core import ColumnType

    kind = ColumnType.Numerical if numeric else ColumnType.Categorical
    reference, current = pd.Series(reference), pd.Series(current)
    return {
        "psi": float(_psi(reference, current, kind, 0.1)[0]),
        "jensen_shannon_distance": float(_jensenshannon(reference, current, kind, 0.1)[0]),
    }


def nannyml(reference, current, numeric):
    from nannyml.drift.univariate.methods import FeatureType, MethodFactory
    from nannyml.chunk import DefaultChunker
    from nannyml.thresholds import ConstantThreshold

    method = MethodFactory.create(
        key="jensen_shannon",
        feature_type=FeatureType.CONTINUOUS if numeric else FeatureType.CATEGORICAL,
        chunker=DefaultChunker(),
        threshold=ConstantThreshold(upper=0.1),
        computation_params={},
    )
    method._fit(pd.Series(reference))
    return {"jensen_shannon_distance": float(method._calculate(pd.Series(current)))}


def main(tool):
    compute = {"evidently": evidently, "nannyml": nannyml}[tool]
    cases = [(*case, True) for case in numbers()] + [(*case, False) for case in categories()]
    table = []
    for name, reference, current, numeric in cases:
        values = compute(reference, current, numeric)
        case = {"name": name, "values": values}
        for side, data in (("reference", reference), ("current", current)):
            distinct, counts = np.unique(data, return_counts=True)
            case[side] = {
                "values": [] if not numeric else distinct.tolist(),
                "categories": [] if numeric else distinct.tolist(),
                "counts": counts.tolist(),
            }
        table.append(case)
    print(json.dumps(table, separators=(",", ":")).replace("},{\"name\"", "},\n{\"name\""))


main(sys.argv[1])
