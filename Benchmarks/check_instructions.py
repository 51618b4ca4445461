"""Counts the instructions of one `ingest` of a small log under Valgrind and compares them with the
number that --record has written to instructions.txt. More than 5 % above it fails; so does more than 5 % below,
so that a gain is written down and kept.

    python3 Benchmarks/check_instructions.py            compare
    python3 Benchmarks/check_instructions.py --record   write the new number down

Instruction counts repeat to a few parts in a million on one machine, and depend on the compiler
and the system's libraries: the file names the compiler that it holds for, and with another one
the comparison says so and passes.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(HERE)
KEPT = os.path.join(HERE, "instructions.txt")
ROWS = 60_000
TOLERANCE = 0.05


def build(package, product):
    subprocess.run(
        ["swift", "build", "-c", "release", "--package-path", package, "--product", product],
        check=True, stdout=sys.stderr)
    return os.path.join(package, ".build", "release", product)


def compiler():
    text = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    return re.search(r"Swift version (\S+)", text).group(1)


def instructions(log):
    """Of the whole process, as callgrind counts them."""
    built = build(PACKAGE, "InstructionCount")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(log, folder, dirs_exist_ok=True)
        # Valgrind gives up on the debugging information that the compiler writes.
        program = os.path.join(folder, "program")
        subprocess.run(["strip", "-o", program, built], check=True)
        result = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/callgrind.out",
             program, os.path.join(folder, "broadsheet.yaml")], capture_output=True, text=True,
            # Tables of the standard library are in an order of their own in every run otherwise.
            env=dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1"))
    found = re.search(r"Collected\s*:\s*(\d+)", result.stderr)
    if result.returncode != 0 or not found or result.stdout.strip() != str(ROWS):
        sys.exit(f"the run under Valgrind failed:\n{result.stderr[-2000:]}")
    return int(found.group(1))


def main():
    for tool in ("valgrind", "strip"):
        if not shutil.which(tool):
            sys.exit(f"there is no {tool}: make instructions installs it")
    with tempfile.TemporaryDirectory() as log:
        subprocess.run(
            [build(HERE, "generate-log"), "--rows", str(ROWS), "--weeks", "1",
             "--reference-rows", "2000", "--output", log], check=True)
        count = instructions(log)
    per_row = count / ROWS
    if "--record" in sys.argv:
        with open(KEPT, "w") as file:
            file.write(f"{compiler()} {count}\n")
        print(f"{count} instructions ({per_row:.0f} a row) written down")
        return
    if not os.path.exists(KEPT):
        sys.exit(f"{count} instructions ({per_row:.0f} a row); no number is kept yet: use --record")
    with open(KEPT) as file:
        version, kept = file.read().split()
    change = count / int(kept) - 1
    print(f"{count} instructions ({per_row:.0f} a row), {change:+.2%} against {kept}")
    if version != compiler():
        print(f"not compared: the number was made with Swift {version}")
    elif change > TOLERANCE:
        sys.exit("ingest got slower: find the cause, or write the new number down with --record")
    elif change < -TOLERANCE:
        sys.exit("ingest got faster: write the new number down with --record, so that it is kept")


if __name__ == "__main__":
    main()
