"""How the kit's time and memory grow with the work: see README.md beside this file.

    python growth.py [--quantities width batch examples seeds katas submissions] [--threads 1 2] [--java …]
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from math import log, sqrt
from pathlib import Path

from compare import HERE, KIT, TARGET, call

QUANTITIES = ("width", "batch", "examples", "seeds", "katas", "submissions")
HOME = HERE.parents[2]
KATAS = (1, 2, 3, 4, 6, 8, 16, 30)
SUBMISSIONS = (1, 2, 3, 4, 6, 8, 16, 32)
SURE = 0.05  # a bend is named where chance would bend a straight line as much less often
PLAIN = 0.1  # and where the exponents differ by more


def line(x, y):
    """The slope of the line of least squares, and what it leaves of every y."""
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    slope = (sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y))
             / sum((a - mean_x) ** 2 for a in x))
    return slope, [b - mean_y - slope * (a - mean_x) for a, b in zip(x, y)]


def squares(values):
    return sum(v * v for v in values)


def exponent(sizes, values):
    """The slope of a line through the logarithms, and its standard error."""
    x = [log(s) for s in sizes]
    slope, rest = line(x, [log(v) for v in values])
    mean = sum(x) / len(x)
    return slope, sqrt(squares(rest) / (len(x) - 2) / squares([a - mean for a in x]))


def bend(sizes, values):
    """The size where two lines that meet there fit best, and their slopes; None where one will do.

    A line fits better with two parameters more, whatever the data are. F with 2 and d degrees of
    freedom says how often chance alone would give as much: (squares left / squares before)^(d/2).
    """
    x, y = [log(s) for s in sizes], [log(v) for v in values]
    slope, rest = line(x, y)
    best = None
    for at in range(1, len(x) - 1):
        hinge = [max(0, a - x[at]) for a in x]
        slope_of_hinge, own = line(x, hinge)
        turn = sum(a * b for a, b in zip(own, rest)) / squares(own)
        left = squares([b - turn * a for a, b in zip(own, rest)])
        before = slope - turn * slope_of_hinge
        if best is None or left < best[0]:
            best = left, sizes[at], before, before + turn
    left, size, before, after = best
    chance = (left / squares(rest)) ** ((len(x) - 4) / 2)
    return (size, before, after) if chance < SURE and abs(after - before) > PLAIN else None


def show(what, unit, sizes, values):
    slope, error = exponent(sizes, values)
    found = bend(sizes, values)
    print(f"  {what}: exponent {slope:.2f} ± {2 * error:.2f}; "
          + ("no bend" if found is None else
             f"bend at {found[0]}: {found[1]:.2f} before, {found[2]:.2f} after"))
    print("    " + "  ".join(f"{s}: {v:.3g}" for s, v in zip(sizes, values)) + f"  ({unit})")


def in_process(quantity, threads, options):
    """Yields (size, seconds, bytes allocated)."""
    output = call([options.java, f"-XX:ActiveProcessorCount={threads}",
                   "--add-modules=jdk.incubator.vector", "-cp", KIT, "dojo.bench.Growth", quantity])
    for row in output.splitlines():
        size, seconds, memory = row.split("\t")
        yield int(size), float(seconds), float(memory)


def dojo(words, threads, options, **environment):
    """Runs a command as ./dojo does. Returns the seconds, and the bytes of the largest process."""
    archive = TARGET / "dojo.jsa"
    shared = [f"-XX:SharedArchiveFile={archive}", "-Xlog:cds*=off"] if archive.exists() else []
    command = [options.java, *shared, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
               f"-XX:ActiveProcessorCount={threads}", f"-Ddojo.home={HOME}",
               "-jar", TARGET / "dojo.jar", *words]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        start = time.perf_counter()
        process = subprocess.Popen(list(map(str, command)), stdout=said, stderr=said,
                                   env=dict(os.environ, **environment))
        memory = None
        if hasattr(os, "wait4"):  # not on Windows
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        process.wait()
        seconds = time.perf_counter() - start
        if process.returncode != 0:
            said.seek(0)
            sys.exit(f"{said.read()}failed: {' '.join(map(str, command))}")
    return seconds, memory


def solve(folder):
    """Puts the solution of each kata into a folder of katas: the files that a student changes."""
    for file in (HOME / "solutions").glob("kata*/*.java"):
        kata = file.parent.name
        if (HOME / "exercises" / kata / file.name).exists():
            (folder / kata).mkdir(parents=True, exist_ok=True)
            shutil.copy(file, folder / kata)


def by_command(quantity, threads, options):
    """Yields (size, seconds, bytes of the largest process)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if quantity == "katas":
            shutil.copytree(HOME / "exercises", folder / "exercises")
            solve(folder / "exercises")
            for size in KATAS:
                yield size, *dojo(["check", f"1-{size}"], threads, options,
                                  DOJO_EXERCISES=str(folder / "exercises"))
        else:
            for size in SUBMISSIONS:
                while len(list(folder.glob("inbox/*"))) < size:
                    solve(folder / "inbox" / f"student{len(list(folder.glob('inbox/*')))}")
                yield size, *dojo(["grade", folder / "inbox", "--katas", "1-5",
                                   "--out", folder / f"grades{size}"], threads, options)


def main():
    parser = argparse.ArgumentParser(description="Time and memory as work grows.")
    parser.add_argument("--quantities", nargs="+", choices=QUANTITIES, default=QUANTITIES)
    parser.add_argument("--threads", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--java", default="java", help="which JDK's java")
    options = parser.parse_args()
    for quantity in options.quantities:
        commands = quantity in ("katas", "submissions")
        for threads in options.threads:
            rows = (by_command if commands else in_process)(quantity, threads, options)
            sizes, seconds, memory = zip(*rows)
            print(f"{quantity}, {threads} thread{'s' if threads > 1 else ''}")
            show("time", "s" if commands else "ms", sizes,
                 [s * (1 if commands else 1e3) for s in seconds])
            if None not in memory:
                show("largest process" if commands else "allocated", "MB", sizes,
                     [m / 1e6 for m in memory])
            sys.stdout.flush()


if __name__ == "__main__":
    main()
