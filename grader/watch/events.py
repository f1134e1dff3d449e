"""What can happen while somebody watches; all of it comes through one queue."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue


@dataclass(frozen=True)
class Saved:
    """A file was written, moved or deleted."""

    path: Path


@dataclass(frozen=True)
class Pressed:
    """A key; "" when there will be no further one."""

    key: str


@dataclass(frozen=True)
class Redraw:
    """The terminal has another size, or is ours again after a pause in the background."""


@dataclass(frozen=True)
class Blind:
    """Nothing tells of saves any more, and why."""

    why: str


Event = Saved | Pressed | Redraw | Blind
Events = SimpleQueue[Event]


# Real seconds. A signal that reaches another thread wakes nobody: its handler waits for the main
# thread's next line of Python, so there has to be one now and then.
HEARTBEAT_SECONDS = 0.25


def waiting(events: Events) -> list[Event]:
    """Return the next event, however long it takes, and all that came with it."""
    found: list[Event] = []
    while not found:
        with suppress(Empty):
            found.append(events.get(timeout=HEARTBEAT_SECONDS))
    with suppress(Empty):
        while True:
            found.append(events.get_nowait())
    return found
