"""Runs the kit and its peers in alternating rounds and prints ratios: see README.md beside this file.

    python compare.py [--rounds 5] [--workloads small big …] [--contestants …] [--java …] [--python …]
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[2] / "target"
PEERS = TARGET / "peers"
DOJO, PLAIN, TORCH, DJL, PEAK = "dojo", "dojo, no flag", "PyTorch", "DJL", "peak of a core"

# Who takes part in what, and with how many threads: one, or what each takes of its own accord.
WORKLOADS = {
    "small": ((DOJO, PLAIN, TORCH, DJL), (1, None)),
    "big": ((DOJO, PLAIN, TORCH, DJL), (1, None)),
    "convolution": ((DOJO, PLAIN, TORCH), (1, None)),
    "lstm": ((DOJO, PLAIN, TORCH), (1, None)),
    "transformer": ((DOJO, PLAIN, TORCH), (1, None)),
    "dropconnect": ((DOJO, PLAIN, TORCH), (1, None)),
    "gemm": ((PEAK, DOJO, PLAIN, TORCH), (1,)),
    "dropout": ((DOJO, PLAIN, TORCH), (1,)),
    "headline": ((DOJO, PLAIN, TORCH), (None,)),
}


def class_path(*parts):
    return os.pathsep.join(map(str, parts))


KIT = class_path(TARGET / "classes", TARGET / "bench-classes", TARGET / "lib" / "*")


def command(contestant, workload, threads, options):
    if contestant == TORCH:
        limit = ["--threads", str(threads)] if threads else []
        return [options.python, HERE / "pytorch.py", workload, "--data", PEERS, *limit]
    java = [options.java] + ([f"-XX:ActiveProcessorCount={threads}"] if threads else [])
    if contestant == DJL:
        limit = [f"-Dai.djl.pytorch.num_threads={threads}"] if threads else []
        path = class_path(PEERS / "djl" / "classes", PEERS / "djl" / "lib" / "*")
        return [*java, *limit, "-cp", path, "DjlWorkload", workload]
    flag = [] if contestant == PLAIN else ["--add-modules=jdk.incubator.vector"]
    name = "peak" if contestant == PEAK else workload
    return [*java, *flag, "-cp", KIT, "dojo.bench.Workload", name]


def call(arguments):
    """Returns what a process printed, or says why it failed."""
    try:
        done = subprocess.run(list(map(str, arguments)), capture_output=True, text=True)
    except OSError as e:
        sys.exit(f"{e}\nREADME.md beside this script says what to install and build first.")
    if done.returncode != 0:
        sys.exit(f"{done.stdout}{done.stderr}failed: {' '.join(map(str, arguments))}\n"
                 "README.md beside this script says what to install and build first.")
    return done.stdout


def figures(contestant, workload, threads, options):
    """Runs a contestant; yields (name, unit, value)."""
    start = time.perf_counter()
    output = call(command(contestant, workload, threads, options))
    if workload == "headline":
        yield "whole process", "s", time.perf_counter() - start
    for line in output.splitlines():
        unit, value, name = line.split("\t")
        yield name, unit, float(value)


def spread(values):
    return f"{statistics.median(values):7.2f} ({min(values):.2f}–{max(values):.2f})"


def table(title, unit, rows, peak):
    """One figure: rows are the contestants' values, a value per round."""
    print(f"\n{title}, {unit}: median" + (", times as fast as PyTorch" if unit != "%" else "")
          + (", part of the peak" if peak else "") + " (range over rounds)")
    for contestant, values in rows.items():
        line = f"  {contestant:<16}{statistics.median(values):>12.4g}"
        if unit != "%" and TORCH in rows:
            more_is_better = unit.endswith("/s")
            line += "  " + spread([a / b if more_is_better else b / a
                                   for a, b in zip(values, rows[TORCH])])
        if peak:
            line += "  " + spread([a / b for a, b in zip(values, peak)])
        print(line)


def main():
    parser = argparse.ArgumentParser(description="The kit and its peers, in alternating rounds.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--workloads", nargs="+", choices=WORKLOADS, default=list(WORKLOADS))
    parser.add_argument("--contestants", nargs="+", choices=[DOJO, PLAIN, TORCH, DJL, PEAK],
                        default=[DOJO, PLAIN, TORCH, DJL, PEAK])
    parser.add_argument("--java", default="java", help="which JDK's java")
    parser.add_argument("--python", default=PEERS / "venv" / "bin" / "python",
                        help="a Python that has torch")
    options = parser.parse_args()
    call([options.java, "-cp", KIT, "dojo.bench.Workload", "export", PEERS])
    results = defaultdict(lambda: defaultdict(list))
    for turn in range(options.rounds):
        for workload in options.workloads:
            contestants, all_threads = WORKLOADS[workload]
            present = [c for c in contestants if c in options.contestants]
            for threads in all_threads:
                title = f"{workload}, {'one thread' if threads else 'default threads'}"
                first = turn % len(present)  # everyone has to go first now and then
                for contestant in present[first:] + present[:first]:
                    print(f"round {turn + 1}: {title}: {contestant}", file=sys.stderr)
                    for name, unit, value in figures(contestant, workload, threads, options):
                        print(f"    {name}: {value:.4g} {unit}", file=sys.stderr)
                        results[f"{title}: {name}", unit][contestant].append(value)
    peak = results.pop(("gemm, one thread: peak", "GFLOP/s"), {}).get(PEAK)
    for (title, unit), rows in results.items():
        ordered = {c: rows[c] for c in (DOJO, PLAIN, TORCH, DJL) if c in rows}
        table(title, unit, ordered, peak if title.startswith("gemm") else None)


if __name__ == "__main__":
    main()
