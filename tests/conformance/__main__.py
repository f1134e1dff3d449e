"""`python -m tests.conformance [NAME...] [--why]`: run, compare, print the table.

NAMEs choose sources (`stdlib`, `anyio`) or files (`test_locks`, `anyio/test_sockets.py`). Ends with
1 when a test differs without a documented reason, or a documented reason no longer holds.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from tests.conformance import table
from tests.conformance.compare import BAD, compare, differs, stale, unmatched
from tests.conformance.exceptions import Known, load
from tests.conformance.results import Result, give_up, run
from tests.conformance.sources import SOURCES, CannotBeHadError, Part

JOBS = min(2, os.cpu_count() or 1)  # real time decides in some of these tests: leave it some room


def judge(part: Part, known: list[Known]) -> table.Judged:
    """Run a file of tests on each kind of loop, and compare.

    What fails on the plain loop is run there once more. Where nothing explains a difference, the
    test is run once more, alone, on both: what passes then was a matter of real time, and is told.
    """
    plain = run(part.on("plain"))
    failed = [test for test, result in plain.items() if result.outcome in BAD]
    if failed:
        plain |= run(part.on("plain"), failed)
    ours = {kind: run(part.on(kind)) for kind in part.kinds}
    unsteady = []
    for difference in compare(part.name, plain, ours, known).differences:
        if difference.reason is None and difference.test in plain:
            test, kind = difference.test, difference.kind
            again = run(part.on(kind), [test]).get(test, Result("missing"))
            plain = plain | {test: run(part.on("plain"), [test]).get(test, Result("missing"))}
            if not differs(plain[test], again):
                unsteady.append(f"{test} ({kind})")
            ours[kind] = ours[kind] | {test: again}
    row = compare(part.name, plain, ours, known)
    return table.Judged(row, list(stale(plain, ours, row, known)), unsteady, set(plain))


def choose(names: list[str]) -> Iterator[tuple[str, list[Part], str]]:
    """Yield each source that is wanted, with its parts, or why it cannot be had."""
    for source, find in SOURCES.items():
        try:
            found = list(find())
        except CannotBeHadError as reason:
            if not names or source in names:
                yield source, [], str(reason)
            continue
        wanted = [part for part in found if not names or {source, part.name} & set(names)]
        if wanted:
            yield source, wanted, ""


def main() -> int:
    """Run what was asked for; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.conformance", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help="a source or a file; else all")
    parser.add_argument("--why", action="store_true", help="show what each such test said")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))  # and so end what was started
    known, clean, whole, seen = load(), True, not options.names, set()
    for source, parts, reason in choose(options.names):
        print(table.title(source))
        if reason:
            print(f"skipped, could not be had: {reason}\n")
            whole = False
            continue
        with ThreadPoolExecutor(JOBS) as pool:
            try:
                judged = list(pool.map(lambda part: judge(part, known), parts))
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                give_up()
                raise
        print(table.render(judged))
        print(table.details(judged, why=options.why))
        clean &= all(each.is_clean for each in judged)
        seen |= {test for each in judged for test in each.tests}
    if whole:
        for pattern in unmatched(seen, known):
            clean = False
            print(f"stale: no test is called {pattern}")
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
