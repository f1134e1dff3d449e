"""`python -m benchmarks [NAME ...] [--rounds N]`: measure and print; always ends well."""

from __future__ import annotations

import argparse

from benchmarks import deadlocks, grading, loop, runs, saving

BENCHMARKS = {
    "loop": loop.main,
    "runs": runs.main,
    "grading": grading.main,
    "deadlocks": deadlocks.main,
    "saving": saving.main,
}


def main() -> None:
    """Run the benchmarks that were asked for, or all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(BENCHMARKS))
    parser.add_argument("--rounds", type=int, default=loop.ROUNDS, help="repetitions of each run")
    options = parser.parse_args()
    for name in options.names or BENCHMARKS:
        if name not in BENCHMARKS:
            parser.error(f"there is no benchmark {name!r}: {', '.join(BENCHMARKS)}")
        BENCHMARKS[name](options.rounds)


if __name__ == "__main__":
    main()
