"""Tells of saves, through watchfiles."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from watchfiles import watch

from grader.watch.events import Blind, Events, Saved

# Real milliseconds. An editor writes a file in one to three steps, a few milliseconds apart; what
# comes later is an event of its own and is judged again.
STEP_MS = 10
LONGEST_MS = 100
POLL_MS = 100  # between two looks, where the system tells of nothing


@contextmanager
def saves(folder: Path, events: Events, *, poll: bool = False) -> Iterator[None]:
    """Put a `Saved` for every Python file and folder that changes, while the block runs.

    Also for `folder` itself, when it goes or comes back. `poll` looks at the files again and
    again: for network drives and containers.
    """
    stop = threading.Event()
    ready = threading.Thread(target=_watch, args=(folder, events, stop, poll), daemon=True)
    ready.start()
    try:
        yield
    finally:
        stop.set()
        ready.join()


def _watch(folder: Path, events: Events, stop: threading.Event, poll: bool) -> None:
    try:
        while not stop.is_set():
            _watch_one(folder, events, stop, poll)
    except Exception as error:  # whatever the system's watcher has to say, it is one line
        events.put(Blind(str(error).splitlines()[0] if str(error) else type(error).__name__))


def _watch_one(folder: Path, events: Events, stop: threading.Event, poll: bool) -> None:
    """Watch until another folder stands where this one was: the system tells nothing of that."""
    this = seen = _identity(folder)
    for changes in watch(
        folder,
        watch_filter=lambda change, path: path.endswith(".py") or "." not in Path(path).name,
        debounce=LONGEST_MS,
        step=STEP_MS,
        stop_event=stop,
        rust_timeout=LONGEST_MS,
        yield_on_timeout=True,
        poll_delay_ms=POLL_MS,
        force_polling=poll or None,
        raise_interrupt=False,
    ):
        for path in sorted({path for _, path in changes}):
            events.put(Saved(Path(path)))
        before, seen = seen, _identity(folder)
        if before != seen:
            events.put(Saved(folder))
        if seen is not None and (before, seen) != (this, this):
            return


def _identity(folder: Path) -> int | None:
    try:
        return folder.stat().st_ino
    except OSError:
        return None
