#!/usr/bin/env python3
r"""Makes scoring_rates.csv beside this script: the share of each group that scores above the median of everybody.

Run in the root of the repository:

    python3 Tests/BroadsheetTests/Oracles/scoring_rates.py demo/data/recidivism \
        > Tests/BroadsheetTests/Oracles/scoring_rates.csv

Made with Python 3.11.7, pandas 3.1.1, NumPy 2.4.6 and statsmodels 0.15.0. The rule is that of 6 RCNY § 5-300: of the people
of a category who have a score, those whose score is above the sample's median. The sample is everybody of the month, or of
the reference, with a label or without. The ratio is the rate divided by the highest rate of the groups that have at least
2 % of the rows (6 RCNY § 5-301); it is empty for the others.
"""

import csv
import glob
import sys

import numpy
import pandas
from statsmodels.stats.proportion import proportion_confint

ATTRIBUTES = [["race"], ["sex"], ["race", "sex"]]
SHARE = 0.02


def rows(people, period):
    median = numpy.median(people.decile_score)
    for attributes in ATTRIBUTES:
        groups = {}
        for names, own in people.groupby(attributes):
            above, count = int((own.decile_score > median).sum()), len(own)
            groups[names] = (above / count, proportion_confint(above, count, method="wilson"), count)
        compared = {n: g[0] for n, g in groups.items() if g[2] / len(people) >= SHARE}
        highest = max(compared.values())
        for names, (rate, bounds, count) in groups.items():
            slice_name = " & ".join(f"{a}={n}" for a, n in zip(attributes, names))
            ratio = compared[names] / highest if names in compared and highest > 0 else ""
            yield ["compas", "production", period, slice_name, rate, *map(float, bounds), count, ratio]


def main(folder):
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow("version,stage,period,slice,value,lower,upper,count,ratio".split(","))
    writer.writerows(rows(pandas.read_csv(f"{folder}/reference.csv"), "reference"))
    log = pandas.concat(pandas.read_csv(f) for f in sorted(glob.glob(f"{folder}/predictions/*.csv")))
    for month, people in log.groupby(log.screened_at.str[:7]):
        writer.writerows(rows(people, month))


main(sys.argv[1])
