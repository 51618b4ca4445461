"""Broadsheet's `ingest` beside DuckDB computing the same counts from the same CSV file, both with
two threads, in turn.

    python3 Benchmarks/ingest_against_duckdb.py --rows 1000000 --runs 5

DuckDB's jobs, from little to all:
  parse   one sum or one maximum of every column;
  counts  per day: count, missing, mean, variance, minimum and maximum of every number, counts of
          every category, confusion counts by each of the two groups;
  full    the same and, per day, a histogram of every number over the edges that Broadsheet uses:
          the reference's distinct values, or 4,096 evenly spaced order statistics of them.

Needs the release build of broadsheet (`swift build -c release`), the generator (built here when
it is missing) and DuckDB's command-line program (`pip install duckdb-cli`).
"""

import argparse
import csv
import os
import shutil
import subprocess
import sys
import tempfile

import measuring

HERE = os.path.dirname(os.path.abspath(__file__))
NOT_NUMBERS = {"prediction_id", "timestamp", "prediction", "label", "sex", "age_band"}


def generator():
    subprocess.run(
        ["swift", "build", "-c", "release", "--package-path", HERE], check=True,
        stdout=subprocess.DEVNULL)
    return os.path.join(HERE, ".build", "release", "generate-log")


def make_log(folder, options):
    if not os.path.exists(os.path.join(folder, "broadsheet.yaml")):
        subprocess.run([generator(), "--output", folder] + options, check=True)


def drifting_log(kept, rows):
    """The folder of the log of the whole job, made in `kept` unless it is there."""
    folder = os.path.join(kept, f"drifting-log-{rows}")
    os.makedirs(folder, exist_ok=True)
    make_log(folder, ["--rows", str(rows), "--drift", "0.3"])
    return folder


def edges(path, column, most):
    """The edges of one column: what its reference has, or evenly spaced order statistics."""
    with open(path, newline="") as file:
        values = sorted(float(row[column]) for row in csv.DictReader(file) if row[column])
    distinct = sorted(set(values))
    if len(distinct) <= most:
        return distinct
    return sorted({values[round(i * (len(values) - 1) / (most - 1))] for i in range(most)})


def queries(folder, most_edges):
    with open(os.path.join(folder, "predictions.csv"), newline="") as file:
        columns = next(csv.reader(file))
    numbers = [c for c in columns if c not in NOT_NUMBERS and not c.startswith("category")]
    categories = [c for c in columns if c.startswith("category")] + ["sex", "age_band"]
    types = ", ".join(
        f"'{c}': '" + (
            "TIMESTAMP" if c == "timestamp" else "DOUBLE" if c in numbers
            else "INTEGER" if c in ("prediction", "label") else "VARCHAR") + "'"
        for c in columns)
    source = (
        f"read_csv('{os.path.join(folder, 'predictions.csv')}', header=true, quote='\"', "
        f"escape='\"', auto_detect=false, delim=',', columns={{{types}}})")
    parse = "SELECT " + ", ".join(
        f"sum({c})" if c in numbers else f"max({c})" for c in columns) + f" FROM {source};"
    moments = ", ".join(
        f"count({c}), count(*) - count({c}), avg({c}), var_samp({c}), min({c}), max({c})"
        for c in numbers)
    counted = ", ".join(f"histogram({c})" for c in categories)
    confusion = ", ".join(
        f"count(*) FILTER (prediction = {p} AND label = {l} AND {group} = '{value}')"
        for group, values in (
            ("sex", ["female", "male"]),
            ("age_band", ["18-24", "25-34", "35-49", "50-64", "65+"]))
        for value in values for p in (0, 1) for l in (0, 1))
    by_day = f"FROM {source} GROUP BY date_trunc('day', timestamp)"
    binned = ", ".join(
        f"histogram({c}, {edges(os.path.join(folder, 'reference.csv'), c, most_edges)})"
        for c in numbers if c.startswith("float") or c == "score")
    return {
        "parse": parse,
        "counts": f"SELECT {moments}, {counted}, {confusion} {by_day};",
        "full": f"SELECT {moments}, {counted}, {confusion}, {binned} {by_day};",
    }


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--edges", type=int, default=4_096)
    arguments.add_argument("--jobs", default="parse,counts,full", help="of DuckDB")
    arguments.add_argument("--folder", help="where logs are kept between runs")
    arguments.add_argument(
        "--broadsheet", default=os.path.join(HERE, "..", ".build", "release", "broadsheet"))
    arguments.add_argument("options", nargs="*", help="for generate-log, after --")
    given = arguments.parse_args()
    duckdb = shutil.which("duckdb") or sys.exit("there is no duckdb: pip install duckdb-cli")
    kept = given.folder or tempfile.mkdtemp()
    folder = os.path.join(kept, "-".join(["log", str(given.rows)] + given.options).replace("/", ""))
    os.makedirs(folder, exist_ok=True)
    make_log(folder, ["--rows", str(given.rows)] + given.options)

    def broadsheet():
        for name in os.listdir(folder):
            if name.startswith("history.sqlite"):
                os.remove(os.path.join(folder, name))
        return measuring.run(
            [given.broadsheet, "ingest", "--quiet", "--config", "broadsheet.yaml"], cwd=folder)

    jobs = {"broadsheet ingest": broadsheet}
    for name, text in queries(folder, given.edges).items():
        if name not in given.jobs.split(","):
            continue
        path = os.path.join(folder, f"{name}.sql")
        with open(path, "w") as file:
            file.write("SET threads = 2;\n.mode trash\n" + text)
        jobs[f"duckdb {name}"] = (
            lambda path=path: measuring.run([duckdb, "-init", "/dev/null", "-f", path]))
    costs = measuring.in_turn(jobs, given.runs)
    size = os.path.getsize(os.path.join(folder, "predictions.csv")) / 1e6
    print(f"{given.rows} rows, {size:.0f} MB, {given.runs} rounds\n")
    print(measuring.table(costs, "broadsheet ingest"))
    if not given.folder:
        shutil.rmtree(kept)


if __name__ == "__main__":
    main()
