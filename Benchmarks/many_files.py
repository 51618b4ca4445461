"""What a run costs over logs of which all, some or none are new: one generated log in many files.

    python3 Benchmarks/many_files.py --rows 1000000 --files 84 --runs 5

The first run reads everything, the second reads every file for its digest, and the third, which is
the usual one, looks at the file system only.
"""

import argparse
import os
import shutil
import tempfile

import ingest_against_duckdb as logs
import measuring


def divide(folder, target, count):
    """The rows of `predictions.csv` as `count` files in the order of the log."""
    os.makedirs(target, exist_ok=True)
    for name in ("broadsheet.yaml", "reference.csv"):
        shutil.copy(os.path.join(folder, name), target)
    with open(os.path.join(folder, "predictions.csv"), "rb") as file:
        header = file.readline()
        size = -(-(os.path.getsize(file.name) - len(header)) // count)
        for number in range(count):
            lines = file.readlines(size)
            if lines:
                with open(os.path.join(target, f"predictions-{number:03d}.csv"), "wb") as part:
                    part.writelines([header] + lines)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--files", type=int, default=84)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--folder", help="where the log is kept between runs")
    arguments.add_argument(
        "--broadsheet", default=os.path.join(logs.HERE, "..", ".build", "release", "broadsheet"))
    given = arguments.parse_args()
    kept = given.folder or tempfile.mkdtemp()
    folder = logs.drifting_log(kept, given.rows)
    parts = os.path.join(kept, f"log-in-{given.files}-files")
    divide(folder, parts, given.files)

    def ingest():
        return measuring.run(
            [given.broadsheet, "ingest", "--quiet", "--config", "broadsheet.yaml"], cwd=parts)

    def begin():
        for name in ("history.sqlite", "history.sqlite-wal", "history.sqlite-shm"):
            path = os.path.join(parts, name)
            if os.path.exists(path):
                os.remove(path)
        return ingest()

    costs = measuring.in_turn(
        {"everything is new": begin, "nothing is new, once": ingest,
         "nothing is new, after that": ingest}, given.runs)
    print(f"{given.rows} rows in {given.files} files, {given.runs} rounds\n")
    print(measuring.table(costs, "everything is new"))
    shutil.rmtree(kept if not given.folder else parts)


if __name__ == "__main__":
    main()
