"""A terminal that is ours while we watch, and as before whenever we do not."""

from __future__ import annotations

import os
import signal
import termios
import tty
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any, TextIO

from grader.watch.canvas import draw_first_row, give_back, take
from grader.watch.events import Events, Redraw
from grader.watch.keyboard import keyboard
from grader.watch.signals import handled

LONG_SECONDS = 0.5  # real; whoever waits longer is told
JUDGING = "Judging ...   q quit"


@contextmanager
def terminal(screen: TextIO, keys: int, events: Events) -> Iterator[None]:
    """Take the screen and the keys while the block runs; `keys` is a descriptor.

    Ctrl-Z gives both back until we are in front again. A `Redraw` is put for that, and for another
    size.
    """
    before = termios.tcgetattr(keys)

    def pause(*_: object) -> None:
        # Our parents may have stopped already, and the shell be in front: we must not be stopped
        # for touching its terminal, half-way and once more than it will continue us.
        with handled(signal.SIGTTOU, signal.SIG_IGN):
            _let_go(screen, keys, before)
        with handled(signal.SIGTSTP, signal.SIG_DFL):
            signal.raise_signal(signal.SIGTSTP)  # returns once we are continued
        back()  # without a shell above us nothing stopped, and nothing continues us

    def back(*_: object) -> None:
        _hold(screen, keys)
        draw_first_row(screen, JUDGING)  # a page follows at once, unless that is true
        events.put(Redraw())

    handlers = {
        signal.SIGTSTP: pause,
        signal.SIGCONT: back,
        signal.SIGWINCH: lambda *_: events.put(Redraw()),
        signal.SIGALRM: lambda *_: draw_first_row(screen, JUDGING),
    }
    try:
        _hold(screen, keys)
        with keyboard(keys, events), _all_handled(handlers):
            yield
    finally:
        _let_go(screen, keys, before)


@contextmanager
def told_when_long() -> Iterator[None]:
    """Say on the screen that we are at work, once the block takes longer than a moment."""
    signal.setitimer(signal.ITIMER_REAL, LONG_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _hold(screen: TextIO, keys: int) -> None:
    # First the keys: in the background this stops us, before anything is drawn.
    with suppress(termios.error):
        tty.setcbreak(keys, termios.TCSADRAIN)
    take(screen)


def _let_go(screen: TextIO, keys: int, before: list[Any]) -> None:
    give_back(screen)
    if _is_in_front(keys):  # a shell that is in front has set what it wants
        with suppress(termios.error):  # the terminal is gone
            termios.tcsetattr(keys, termios.TCSADRAIN, before)


def _is_in_front(keys: int) -> bool:
    try:
        return os.tcgetpgrp(keys) == os.getpgrp()
    except OSError:  # no shell controls this terminal
        return True


@contextmanager
def _all_handled(handlers: dict[signal.Signals, Any]) -> Iterator[None]:
    with ExitStack() as stack:
        for number, handler in handlers.items():
            stack.enter_context(handled(number, handler))
        yield
