"""How the kit's time and memory grow with the work: see README.md beside this file.

    python growth.py [--quantities width batch examples seeds] [--threads 1 2] [--java …]
"""

import argparse
import math

from compare import KIT, call

QUANTITIES = ("width", "batch", "examples", "seeds")


def exponent(sizes, values):
    """The slope of a line through the logarithms, and its standard error."""
    x, y = [math.log(s) for s in sizes], [math.log(v) for v in values]
    n, mean_x, mean_y = len(x), sum(x) / len(x), sum(y) / len(y)
    spread = sum((a - mean_x) ** 2 for a in x)
    slope = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / spread
    rest = sum((b - mean_y - slope * (a - mean_x)) ** 2 for a, b in zip(x, y))
    return slope, math.sqrt(rest / (n - 2) / spread)


def bend(sizes, values):
    """The size where two lines that meet fit best, and their slopes; three sizes at least each."""
    def rest(xs, ys):
        slope, error = exponent(xs, ys)
        mean = sum(map(math.log, xs)) / len(xs)
        return error ** 2 * (len(xs) - 2) * sum((math.log(s) - mean) ** 2 for s in xs)
    at = min(range(2, len(sizes) - 2), key=lambda i: rest(sizes[:i + 1], values[:i + 1])
             + rest(sizes[i:], values[i:]))
    return (sizes[at], exponent(sizes[:at + 1], values[:at + 1])[0],
            exponent(sizes[at:], values[at:])[0])


def show(what, unit, sizes, values):
    slope, error = exponent(sizes, values)
    line = f"  {what}: exponent {slope:.2f} ± {2 * error:.2f}"
    if len(sizes) > 4:
        at, before, after = bend(sizes, values)
        line += f"; {before:.2f} up to {at}, {after:.2f} from there"
    print(line)
    print("    " + "  ".join(f"{s}: {v:.3g}" for s, v in zip(sizes, values)) + f"  ({unit})")


def main():
    parser = argparse.ArgumentParser(description="Time and memory as work grows.")
    parser.add_argument("--quantities", nargs="+", choices=QUANTITIES, default=QUANTITIES)
    parser.add_argument("--threads", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--java", default="java", help="which JDK's java")
    options = parser.parse_args()
    for quantity in options.quantities:
        for threads in options.threads:
            output = call([options.java, f"-XX:ActiveProcessorCount={threads}",
                           "--add-modules=jdk.incubator.vector", "-cp", KIT,
                           "dojo.bench.Growth", quantity])
            rows = [list(map(float, line.split("\t"))) for line in output.splitlines()]
            sizes, seconds, memory = zip(*rows)
            sizes = [int(size) for size in sizes]
            print(f"{quantity}, {threads} thread{'s' if threads > 1 else ''}", flush=True)
            show("time", "ms", sizes, [1e3 * s for s in seconds])
            if quantity != "seeds":  # other threads allocate there
                show("allocated", "MB", sizes, [m / 1e6 for m in memory])


if __name__ == "__main__":
    main()
