"""Run a file of somebody's pytest tests on a loop: `on_anyio.py KIND ROOT FILE RESULTS [TEST...]`.

Notes results as `on_stdlib.py` does. ROOT is where the settings of those tests are.
"""

from __future__ import annotations

import importlib
import os
import socket
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from loops import Counting, surroundings, use
from notes import Notes

_REPORTS = pytest.StashKey[list[pytest.TestReport]]()


@cache
def left_out() -> tuple[str, ...]:
    """Return which parameters of tests are left out: other loops, and what this machine lacks."""
    try:
        socket.getaddrinfo("localhost", 0, family=socket.AF_INET6)
    except socket.gaierror:
        return "trio", "uvloop", "ipv6", "dualstack", "multi"
    return "trio", "uvloop"


class Plugin:
    """Chooses the tests, and notes what becomes of each."""

    def __init__(self, kind: str, notes: Notes, wanted: list[str]) -> None:
        self.kind = kind
        self.notes = notes
        self.wanted = wanted

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what is done, needs the network, or is for loops that are not compared."""
        items[:] = [item for item in items if self.is_for_us(item)]

    def is_for_us(self, item: pytest.Item) -> bool:
        if item.nodeid in self.notes.seen or item.get_closest_marker("network"):
            return False
        if any(name in item.nodeid.partition("[")[2] for name in left_out()):
            return False
        return not self.wanted or item.nodeid in self.wanted

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self) -> Iterator[None]:
        # Looks the real `datetime` up when it makes its first certificate, and keeps it.
        importlib.import_module("trustme").CA()
        with surroundings(self.kind):
            return (yield)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        item.stash[_REPORTS] = []
        ran = Counting.ran
        self.notes.begins(item.nodeid)
        result = yield
        outcome, why = "pass", ""
        for report in item.stash[_REPORTS]:
            if report.failed:
                outcome, why = "fail", report.longreprtext
            elif report.skipped and outcome == "pass":
                outcome = "xfail" if hasattr(report, "wasxfail") else "skip"
                why = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else ""
        seconds = sum(report.duration for report in item.stash[_REPORTS])
        self.notes.ends(item.nodeid, outcome, why, Counting.ran > ran, seconds)
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> Iterator[None]:
        report = yield
        item.stash[_REPORTS].append(report)
        return report


def main(kind: str, root: str, file: str, path: str, *wanted: str) -> None:
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    use(kind)
    scratch = os.getcwd()
    os.chdir(root)
    options = [
        "--quiet",
        "--tb=native",
        "-p",
        "no:cacheprovider",
        "--basetemp",
        f"{scratch}/tmp",
        file,
    ]
    pytest.main(options, plugins=[Plugin(kind, Notes(Path(path)), list(wanted))])


if __name__ == "__main__":
    main(*sys.argv[1:])
    # A thread that a failed test left behind must not hold up the end.
    sys.stdout.flush()
    os._exit(0)
