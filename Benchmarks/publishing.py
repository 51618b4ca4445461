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


def remove(path):
    if os.path.isdir(path):
        shutil.rmtree(path)
    elif os.path.exists(path):
        os.remove(path)


def broadsheet(program, folder, *arguments, day=None):
    clock = ["env", f"SOURCE_DATE_EPOCH={day}"] if day else []
    return measuring.run(
        clock + [program, *arguments, "--quiet", "--config", "broadsheet.yaml"], cwd=folder)


def epoch(week):
    """The Monday after a week, 06:00 UTC."""
    monday = FIRST_MONDAY + datetime.timedelta(weeks=week + 1)
    return (monday - datetime.date(1970, 1, 1)).days * 86400 + 21600


def measure_archive(given, models):
    """Costs of one archive: a full rebuild, weekly updates, and a publication with nothing new."""
    folder = os.path.join(given.folder, f"archive-{models}-{given.weeks}")
    remove(folder)
    make_archive(folder, models, given.weeks, given.rows)
    broadsheet(given.broadsheet, folder, "ingest")
    broadsheet(given.broadsheet, folder, "publish", day=epoch(given.weeks))
    week = given.weeks
    aside = os.path.join(given.folder, "earlier-sites")
    names = ["full rebuild", "update after a full rebuild", "weekly update", "nothing new"]
    costs = {name: [] for name in names}
    for _ in range(given.runs):
        # From nothing: what lies in the folder is neither read nor linked.
        for name in ("public", ".public.spare", ".public.spare.txt"):
            measuring.set_aside(os.path.join(folder, name), aside)
        costs["full rebuild"].append(
            broadsheet(given.broadsheet, folder, "publish", "--full", day=epoch(week)))
        # The first update makes the spare copy; the second is the usual one.
        for name in ("update after a full rebuild", "weekly update"):
            for model in range(models):
                write_week(folder, model, week, given.rows)
            broadsheet(given.broadsheet, folder, "ingest")
            week += 1
            costs[name].append(broadsheet(given.broadsheet, folder, "publish", day=epoch(week)))
        costs["nothing new"].append(
            broadsheet(given.broadsheet, folder, "publish", day=epoch(week)))
    print(f"\n{models * given.weeks * 6} reports ({models} models, {given.weeks} weeks, 6 roles); "
          f"{files_of(folder)}\n")
    print(measuring.table(costs, "full rebuild"), flush=True)
    remove(aside)
    return folder


def files_of(folder):
    """How many files of each kind a site has."""
    counts = {}
    for _, _, names in os.walk(os.path.join(folder, "public")):
        for name in names:
            ending = os.path.splitext(name)[1]
            counts[ending] = counts.get(ending, 0) + 1
    return ", ".join(f"{counts.get(ending, 0)} {ending[1:]}" for ending in (".html", ".svg", ".md"))


def measure_hugo(given, folder):
    """Hugo and our own rendering on the same Markdown files, in turn, with a layout of one line."""
    site = os.path.join(given.folder, "hugo")
    remove(site)
    os.makedirs(os.path.join(site, "layouts", "_default"))
    package = os.path.join(HERE, "..")
    subprocess.run(
        ["swift", "build", "-c", "release", "--product", "PageRendering", "--package-path", package],
        check=True, stdout=subprocess.DEVNULL)
    renderer = os.path.join(package, ".build", "release", "PageRendering")
    count = 0
    for place, _, names in os.walk(os.path.join(folder, "public")):
        if "index.md" not in names:
            continue
        target = os.path.join(site, "content", os.path.relpath(place, os.path.join(folder, "public")))
        os.makedirs(target)
        shutil.copy(os.path.join(place, "index.md"), os.path.join(target, "index.md"))
        count += 1
    for name in ("single", "list"):
        with open(os.path.join(site, "layouts", "_default", f"{name}.html"), "w") as file:
            file.write("<!doctype html><title>{{ .Title }}</title>{{ .Content }}\n")
    with open(os.path.join(site, "hugo.toml"), "w") as file:
        file.write('disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n')
    aside = os.path.join(given.folder, "earlier-sites")

    def hugo():
        measuring.set_aside(os.path.join(site, "public"), aside)
        return measuring.run([given.hugo, "--quiet"], cwd=site)

    def broadsheet():
        measuring.set_aside(os.path.join(site, "public"), aside)
        return measuring.run([os.path.abspath(renderer), "content", "public"], cwd=site)

    costs = measuring.in_turn({"broadsheet, Markdown alone": broadsheet, "hugo": hugo}, given.runs)
    print(f"\n{count} Markdown files, {given.runs} rounds\n")
    print(measuring.table(costs, "broadsheet, Markdown alone"), flush=True)
    remove(aside)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--models", type=int, default=20)
    arguments.add_argument("--sizes", help="numbers of models for the growth, such as 2,20,100")
    arguments.add_argument("--weeks", type=int, default=84)
    arguments.add_argument("--rows", type=int, default=210, help="rows of one model and week")
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--hugo", help="Hugo's program, for the same Markdown files")
    arguments.add_argument("--folder", help="where archives are kept")
    arguments.add_argument(
        "--broadsheet", default=os.path.join(HERE, "..", ".build", "release", "broadsheet"))
    given = arguments.parse_args()
    kept = given.folder
    given.folder = kept or tempfile.mkdtemp()
    given.broadsheet = os.path.abspath(given.broadsheet)
    sizes = [int(size) for size in given.sizes.split(",")] if given.sizes else [given.models]
    for models in sizes:
        folder = measure_archive(given, models)
        if given.hugo:
            measure_hugo(given, folder)
    if not kept:
        shutil.rmtree(given.folder)


if __name__ == "__main__":
    main()
