"""Single key presses from a terminal."""

from __future__ import annotations

import os
import select
import termios
import threading
import tty
from collections.abc import Iterator
from contextlib import contextmanager

from grader.watch.events import Events, Pressed

_LONGEST_KEY_BYTES = 32  # an arrow key sends three, a pasted text as many as it likes


@contextmanager
def keyboard(terminal: int, events: Events) -> Iterator[None]:
    """Put a `Pressed` for each key of a terminal, while the block runs; it is left as it was.

    Ctrl-C and Ctrl-Z stay what they are.
    """
    before = termios.tcgetattr(terminal)
    wake, woken = os.pipe()
    reader = threading.Thread(target=_read, args=(terminal, wake, events), daemon=True)
    listen(terminal)
    reader.start()
    try:
        yield
    finally:
        os.write(woken, b"x")
        reader.join()
        os.close(wake)
        os.close(woken)
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def listen(terminal: int) -> None:
    """Have the terminal give keys as they are pressed, and not show them."""
    tty.setcbreak(terminal, termios.TCSADRAIN)


def _read(terminal: int, wake: int, events: Events) -> None:
    while True:
        ready, _, _ = select.select([terminal, wake], [], [])
        if wake in ready:
            return
        try:
            pressed = os.read(terminal, _LONGEST_KEY_BYTES)
        except OSError:  # the terminal is gone
            pressed = b""
        # Only single keys mean something; the rest of an escape sequence would.
        if len(pressed) <= 1:
            events.put(Pressed(pressed.decode("ascii", "replace")))
        if not pressed:
            return
