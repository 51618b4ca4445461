"""What it costs to keep predictions until their labels come, and to join the labels.

    python3 Benchmarks/late_labels.py --rows 10000000 --labelled 1000000 --runs 3

Each round runs, in turn:
  plain    `broadsheet ingest` of the predictions, and then of the label file taken as predictions, by
           configurations without ids: reading and counting, with nothing to join;
  waiting  `ingest` of the predictions with their ids: every one of them waits for its label;
  join     `ingest` of the label file into the history that `waiting` has left;
  duckdb   one sum or maximum of every column of both files by DuckDB with two threads, if it is
           there: what reading the files costs a fast program.

The cost of joining is that of `waiting` and `join` less that of `plain`. Options after `--` go to
`generate-log`, such as `--floats 20 --score-digits 17 --milliseconds`.

Needs the release build of broadsheet (`swift build -c release`).
"""

import argparse
import csv
import os
import shutil
import statistics
import sys
import tempfile

import measuring
from ingest_against_duckdb import HERE, make_log

PLAIN = """
site: {title: Plain}
calendar: {period: week, timezone: UTC}
models:
  - id: generated
    title: Generated
    task: binary
    reference: reference.csv
    predictions: predictions.csv
    columns:
      timestamp: timestamp
      prediction: prediction
      score: score
      latency_ms: latency_ms
    positive: 1
    features: [FEATURES]
    segments: [age_band]
    protected: [{attribute: sex}]
"""

LABELS_ALONE = """
site: {title: Labels}
calendar: {period: week, timezone: UTC}
models:
  - id: labels
    title: Generated
    task: binary
    predictions: labels-late.csv
    columns: {timestamp: observed_at, prediction: label}
    positive: 1
    features: [label]
"""


def prepare(folder):
    """Configurations for every step, and an empty label file for the one without labels."""
    with open(os.path.join(folder, "broadsheet.yaml")) as file:
        text = file.read()
    features = text.split("features: [", 1)[1].split("]", 1)[0]
    late = os.path.join(folder, "labels-late.csv")
    if not os.path.exists(late):
        os.rename(os.path.join(folder, "labels.csv"), late)
    with open(os.path.join(folder, "labels-none.csv"), "w") as file:
        file.write("prediction_id,label,observed_at\n")
    for name, content in (
            ("plain", PLAIN.replace("FEATURES", features)),
            ("alone", LABELS_ALONE),
            ("waiting", text.replace("labels: labels.csv", "labels: labels-none.csv")),
            ("join", text.replace("labels: labels.csv", "labels: labels-late.csv"))):
        with open(os.path.join(folder, name + ".yaml"), "w") as file:
            file.write(content)


def parse_query(folder, name):
    path = os.path.join(folder, name)
    with open(path, newline="") as file:
        columns = next(csv.reader(file))

    def kind(column):
        if column in ("timestamp", "observed_at"):
            return "TIMESTAMP"
        if column.startswith("float") or column in ("score", "latency_ms"):
            return "DOUBLE"
        return "INTEGER" if column in ("prediction", "label") else "VARCHAR"

    types = ", ".join(f"'{c}': '{kind(c)}'" for c in columns)
    wanted = ", ".join(f"sum({c})" if kind(c) == "DOUBLE" else f"max({c})" for c in columns)
    return (
        f"SELECT {wanted} FROM read_csv('{path}', header=true, quote='\"', escape='\"', "
        f"auto_detect=false, delim=',', columns={{{types}}});")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rows", type=int, default=10_000_000)
    arguments.add_argument("--labelled", type=int, default=1_000_000)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--folder", help="where logs are kept between runs")
    arguments.add_argument(
        "--broadsheet", default=os.path.join(HERE, "..", ".build", "release", "broadsheet"))
    arguments.add_argument("options", nargs="*", help="for generate-log, after --")
    given = arguments.parse_args()
    broadsheet = os.path.abspath(given.broadsheet)
    kept = given.folder or tempfile.mkdtemp()
    options = ["--rows", str(given.rows), "--labels", "late", "--labelled", str(given.labelled)]
    options += given.options
    folder = os.path.join(kept, "-".join(["late"] + options[1:]).replace("/", ""))
    os.makedirs(folder, exist_ok=True)
    make_log(folder, options)
    prepare(folder)
    history = os.path.join(folder, "history.sqlite")
    sizes = {}

    def ingest(name, fresh=True):
        if fresh:
            for file in os.listdir(folder):
                if file.startswith("history.sqlite"):
                    os.remove(os.path.join(folder, file))
        cost = measuring.run(
            [broadsheet, "ingest", "--quiet", "--config", name + ".yaml"], cwd=folder)
        sizes[name] = os.path.getsize(history)
        return cost

    jobs = {
        "plain: predictions": lambda: ingest("plain"),
        "plain: labels": lambda: ingest("alone"),
        "waiting": lambda: ingest("waiting"),
        "join": lambda: ingest("join", fresh=False),
    }
    duckdb = shutil.which("duckdb")
    for name in ("predictions.csv", "labels-late.csv") if duckdb else ():
        path = os.path.join(folder, name + ".sql")
        with open(path, "w") as file:
            file.write("SET threads = 2;\n.mode trash\n" + parse_query(folder, name))
        jobs["duckdb: " + name] = (
            lambda path=path: measuring.run([duckdb, "-init", "/dev/null", "-f", path]))
    costs = measuring.in_turn(jobs, given.runs)
    report(costs, sizes, folder, given)
    if not given.folder:
        shutil.rmtree(kept)


def report(costs, sizes, folder, given):
    megabytes = [
        os.path.getsize(os.path.join(folder, name)) / 1e6
        for name in ("predictions.csv", "labels-late.csv")]
    print(
        f"{given.rows} predictions ({megabytes[0]:.0f} MB), {given.labelled} labels "
        f"({megabytes[1]:.0f} MB), {given.runs} rounds\n")
    print(measuring.table(costs, "waiting"))

    def total(round_, *names):
        return sum(costs[name][round_].cpu for name in names)

    rounds = range(given.runs)
    plain = [total(r, "plain: predictions", "plain: labels") for r in rounds]
    joining = [total(r, "waiting", "join") - plain[r] for r in rounds]
    ratios = [(joining[r] / plain[r]) for r in rounds]
    print(
        f"\njoining: {statistics.median(joining):.2f} CPU s "
        f"({min(joining):.2f} to {max(joining):.2f}); "
        f"times reading and counting: {statistics.median(ratios):.2f}")
    parses = [name for name in costs if name.startswith("duckdb")]
    if parses:
        ratio = statistics.median(joining[r] / total(r, *parses) for r in rounds)
        print(f"times DuckDB's bare parse of both files: {ratio:.2f}")
    waiting = sizes["waiting"] - sizes["plain"]
    joined = sizes["join"] - sizes["plain"]
    print(
        f"history: {sizes['plain']} bytes without predictions, {sizes['waiting']} with all waiting "
        f"({waiting / given.rows:.2f} for each), {sizes['join']} with the labels "
        f"({joined / given.rows:.2f}, outcomes included)")


if __name__ == "__main__":
    sys.exit(main())
