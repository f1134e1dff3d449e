"""Single key presses from a terminal."""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from grader.watch.events import Events, Pressed
from grader.watch.signals import leave

_LEAVING = ("q", "\x04", "")  # Ctrl-D, and the end of all keys
_ESCAPE = b"\x1b"
_MOST_BYTES = 1024
_TYPED_AT_ONCE = 16  # keys; a slow line brings some together, and a paste brings more
_QUIET_SECONDS = 0.05  # real; what comes sooner belongs to the same paste or arrow key


@contextmanager
def keyboard(terminal: int, events: Events) -> Iterator[None]:
    """Put a `Pressed` for each key of a terminal, while the block runs; q leaves at once."""
    wake, woken = os.pipe()
    reader = threading.Thread(target=_read, args=(terminal, wake, events), daemon=True)
    reader.start()
    try:
        yield
    finally:
        os.write(woken, b"x")
        reader.join()
        os.close(wake)
        os.close(woken)


def _read(terminal: int, wake: int, events: Events) -> None:
    while wake not in select.select([terminal, wake], [], [])[0]:
        try:
            keys = _keys(terminal, wake)
        except OSError:  # the terminal is gone
            keys = [""]
        for key in keys:
            if key in _LEAVING:
                leave()
                return
            events.put(Pressed(key))


def _keys(terminal: int, wake: int) -> list[str]:
    """Return the keys that came; none of an arrow key or a paste, whose letters are not meant."""
    data = os.read(terminal, _MOST_BYTES)
    if _ESCAPE not in data and len(data) <= _TYPED_AT_ONCE:
        return list(data.decode("ascii", "replace")) or [""]
    is_alone = data == _ESCAPE
    while select.select([terminal, wake], [], [], _QUIET_SECONDS)[0] == [terminal]:
        if not os.read(terminal, _MOST_BYTES):
            break
        is_alone = False
    return ["\x1b"] if is_alone else []
