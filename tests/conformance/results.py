"""Runs test files of others in processes of their own, and reads what became of each test."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

SILENCE_SECONDS = 60.0  # of real time; the slowest test of all takes 12
START_SECONDS = 120.0  # until a program, which may have much to import, notes its first test
GRACE_SECONDS = 2.0  # to write where every thread stands, after which a process is killed

_running: set[subprocess.Popen[bytes]] = set()
_given_up = threading.Event()


@dataclass(frozen=True)
class Result:
    """What became of one test: `pass`, `skip`, `xfail`, `fail`, `hang` or `crash`."""

    outcome: str
    why: str = ""
    used: bool = False  # a loop of the kind under test ran
    seconds: float = 0.0


def run(
    program: Sequence[str], tests: Sequence[str] = (), silence: float = SILENCE_SECONDS
) -> dict[str, Result]:
    """Run a Python program that notes results: all of them, or those of some tests.

    A test that says nothing for `silence` real seconds is a hang; it is ended, with everything it
    started, and the program begins again after it.
    Raises RuntimeError when there is no result at all.
    """
    with TemporaryDirectory(prefix="conform-") as folder:
        notes = Path(folder, "results.jsonl")
        notes.touch()
        while True:
            output, hung = _run_once([*program, str(notes), *tests], notes, silence)
            results, unfinished = read(notes)
            if unfinished is None:
                break
            line = {"test": unfinished, "outcome": "hang" if hung else "crash", "why": output}
            with notes.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")
    if not results and not tests:
        raise RuntimeError(f"No result from {' '.join(program)}\n{output}")
    return results


def _run_once(command: list[str], notes: Path, silence: float) -> tuple[str, bool]:
    """Return the end of what a program wrote, and whether it had to be ended."""
    environment = {name: value for name, value in os.environ.items() if name[:6] != "PYTHON"}
    output = notes.with_name("output.txt")
    with output.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-X", "faulthandler", *command],
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
            cwd=notes.parent,
            env=environment,
            start_new_session=True,
        )
        _running.add(process)
        try:
            hung = not _ends(process, notes, silence)
            if hung:
                process.send_signal(signal.SIGABRT)  # faulthandler writes where each thread stands
                with suppress(subprocess.TimeoutExpired):
                    process.wait(GRACE_SECONDS)
        finally:
            end_all(process)
            _running.discard(process)
    if _given_up.is_set():
        raise InterruptedError("the run was given up")
    return output.read_text(encoding="utf-8", errors="replace")[-4000:], hung


def _ends(process: subprocess.Popen[bytes], notes: Path, silence: float) -> bool:
    """Return True when the process ends, False when its notes do not grow for so long."""
    size, since, limit = notes.stat().st_size, time.monotonic(), START_SECONDS
    while time.monotonic() - since < limit:
        if notes.stat().st_size != size:
            size, since, limit = notes.stat().st_size, time.monotonic(), silence
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
        return True
    return False


def give_up() -> None:
    """End what runs in any thread; each `run` there raises InterruptedError."""
    _given_up.set()
    for process in list(_running):
        end_all(process)


def end_all(process: subprocess.Popen[bytes]) -> None:
    """End a process that leads a session, and what it started there."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def read(notes: Path) -> tuple[dict[str, Result], str | None]:
    """Return the results that were noted, and the test that began and did not end."""
    results: dict[str, Result] = {}
    open_test = None
    for line in map(json.loads, notes.read_text(encoding="utf-8").splitlines()):
        if "begins" in line:
            open_test = line["begins"]
        else:
            name = line.pop("test")
            results[name] = Result(**line)
            open_test = None if name == open_test else open_test
    return results, open_test
