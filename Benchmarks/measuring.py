"""Runs commands as whole processes and says what they cost: CPU seconds (user and system, all
threads and children), seconds by the clock, and the largest resident memory of one process."""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass
class Cost:
    cpu: float
    wall: float
    peak: float  # MiB


def run(command, cwd=None, stdin=None, allowed=(0,)):
    """Runs one command with its output thrown away, and fails loudly when the command does."""
    start = time.perf_counter()
    child = subprocess.Popen(
        command, cwd=cwd, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in allowed:
        sys.exit(f"{command[0]} ended with {child.returncode}:\n{message.decode()[-2000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def set_aside(path, folder):
    """Moves what an earlier round left into `folder`, to be removed when all is measured: for some
    minutes a file system looks through freed inodes at every new file, which a fresh site never pays
    for."""
    if os.path.exists(path):
        os.makedirs(folder, exist_ok=True)
        os.rename(path, os.path.join(folder, str(len(os.listdir(folder)))))


def in_turn(jobs, runs):
    """Runs every job `runs` times, one after the other in each round, so that what disturbs the
    machine disturbs all of them alike. `jobs`: name to a function that returns a Cost."""
    costs = {name: [] for name in jobs}
    for _ in range(runs):
        for name, job in jobs.items():
            costs[name].append(job())
    return costs


def middle(costs, what):
    return statistics.median(getattr(cost, what) for cost in costs)


def table(costs, base):
    """A Markdown table: medians, the range of CPU seconds, and the median of the paired ratios of
    CPU seconds to those of the job named `base`."""
    lines = [
        "| job | CPU s (median) | CPU s (range) | clock s | peak MiB | CPU, times "
        + base + " |", "|---|---:|---:|---:|---:|---:|"]
    for name, runs in costs.items():
        cpu = [cost.cpu for cost in runs]
        ratio = statistics.median(
            cost.cpu / other.cpu for cost, other in zip(runs, costs[base]))
        lines.append(
            f"| {name} | {statistics.median(cpu):.2f} | {min(cpu):.2f} to {max(cpu):.2f} "
            f"| {middle(runs, 'wall'):.2f} | {middle(runs, 'peak'):.0f} | {ratio:.2f} |")
    return "\n".join(lines)
