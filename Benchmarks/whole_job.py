"""The whole job for 12 weeks (read, judge, publish six roles' reports) beside Evidently, popmon and
NannyML doing theirs for the same 12 weeks of the same log, in turn.

    python3 Benchmarks/whole_job.py --rows 1000000 --runs 5

Each peer has a virtual environment of its own with pinned versions (peers/*.txt), made on the
first run below --environments.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import venv

import ingest_against_duckdb as logs
import measuring

PEERS = ["evidently", "popmon", "nannyml"]


def interpreter(environments, peer):
    folder = os.path.join(environments, peer)
    python = os.path.join(folder, "bin", "python")
    if not os.path.exists(python):
        venv.create(folder, with_pip=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "-r",
             os.path.join(logs.HERE, "peers", f"{peer}.txt")], check=True)
    return python


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--peers", default=",".join(PEERS))
    arguments.add_argument("--environments", default=os.path.join(logs.HERE, ".environments"))
    arguments.add_argument("--folder", help="where the log is kept between runs")
    arguments.add_argument(
        "--broadsheet", default=os.path.join(logs.HERE, "..", ".build", "release", "broadsheet"))
    given = arguments.parse_args()
    kept = given.folder or tempfile.mkdtemp()
    folder = logs.drifting_log(kept, given.rows)

    aside = os.path.join(kept, "earlier-sites")

    def broadsheet():
        for name in ("history.sqlite", "history.sqlite-wal", "history.sqlite-shm"):
            path = os.path.join(folder, name)
            if os.path.exists(path):
                os.remove(path)
        measuring.set_aside(os.path.join(folder, "public"), aside)
        return measuring.run(
            [given.broadsheet, "run", "--quiet", "--config", "broadsheet.yaml"], cwd=folder)

    def peer(name):
        python = interpreter(given.environments, name)
        script = os.path.join(logs.HERE, "peers", f"{name}_job.py")
        output = os.path.join(kept, f"{name}-output")
        return lambda: measuring.run([python, script, folder, output])

    jobs = {"broadsheet run": broadsheet}
    for name in given.peers.split(","):
        jobs[name] = peer(name)
    costs = measuring.in_turn(jobs, given.runs)
    print(f"{given.rows} rows, 12 weeks, {given.runs} rounds\n")
    print(measuring.table(costs, "broadsheet run"))
    shutil.rmtree(aside, ignore_errors=True)
    if not given.folder:
        shutil.rmtree(kept)


if __name__ == "__main__":
    main()
