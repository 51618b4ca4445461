"""What publishing costs: a full rebuild, a weekly update, and a publication with nothing new, for
archives of several sizes; and pages per second beside Hugo on the same Markdown files.

    python3 Benchmarks/publishing.py --models 20 --weeks 84 --runs 3
    python3 Benchmarks/publishing.py --sizes 2,20,100 --weeks 84
    python3 Benchmarks/publishing.py --models 20 --hugo hugo

An archive has models × weeks × 6 reports. Rows are generated, their labels stand in the row, so that
a weekly update has one new week for every model and no other change.
"""

import argparse
import datetime
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile

import measuring

HERE = os.path.dirname(os.path.abspath(__file__))
FIRST_MONDAY = datetime.date(2024, 1, 1)
REGIONS = ["north", "south", "east", "west"]


def rows(model, week, count):
    """Rows of one model and week: id, time, answer, score, label and six features."""
    source = random.Random(f"{model} {week}")
    monday = FIRST_MONDAY + datetime.timedelta(weeks=week)
    for number in range(count):
        day = monday + datetime.timedelta(days=number * 7 // count)
        features = [round(source.gauss(week * 0.004 * (column % 3), 1), 3) for column in range(4)]
        region = source.choice(REGIONS)
        kind = source.choice(["new", "known", "returning"])
        score = 1 / (1 + math.exp(-sum(features[:2]) - source.gauss(0, 0.7)))
        label = int(source.random() < score * 0.9)
        yield [
            f"{model}-{week}-{number}", f"{day}T12:{number % 60:02d}:00Z", int(score > 0.5),
            f"{score:.4f}", label, *features, region, kind]


HEADER = "id,time,answer,score,label,amount,age,delay,load,region,kind\n"


def write_week(folder, model, week, count):
    path = os.path.join(folder, "data", f"model-{model:03d}", "predictions", f"week-{week:04d}.csv")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(HEADER)
        for row in rows(model, week, count):
            file.write(",".join(map(str, row)) + "\n")


def make_archive(folder, models, weeks, count):
    os.makedirs(folder)
    parts = ["site: {title: Archive}\ncalendar: {period: week}\nmodels:"]
    for model in range(models):
        name = f"model-{model:03d}"
        parts.append(f"""  - id: {name}
    title: Model {model}
    task: binary
    owner: Team {model % 7}
    reference: data/{name}/reference.csv
    predictions: data/{name}/predictions/*.csv
    columns: {{id: id, timestamp: time, prediction: answer, score: score, label: label}}
    positive: 1
    features: [amount, age, delay, load, region, kind]
    segments: [region]
    protected: [{{attribute: kind}}]
    minimum_rows: 20""")
        path = os.path.join(folder, "data", name, "reference.csv")
        os.makedirs(os.path.dirname(path))
        with open(path, "w") as file:
            file.write(HEADER)
            for row in rows(model, -10, 1000):
                file.write(",".join(map(str, row)) + "\n")
        for week in range(weeks):
            write_week(folder, model, week, count)
    with open(os.path.join(folder, "broadsheet.yaml"), "w") as file:
        file.write("\n".join(parts) + "\n")
