"""Signals: what ends a sitting, wherever it is, and leaves nothing behind."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

_LEAVING = signal.SIGUSR2
# Each of these would end the process on the spot, and leave the terminal as we had it.
_ENDING = (
    signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGABRT, signal.SIGTERM, signal.SIGUSR1,
    signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF, signal.SIGXCPU, _LEAVING,
)  # fmt: skip


class Left(BaseException):
    """Raised in the main thread when somebody leaves, whatever is being done there."""


def leave() -> None:
    """Raise `Left` in the main thread, now; for other threads."""
    main = threading.main_thread().ident
    if main is not None:
        signal.pthread_kill(main, _LEAVING)


@contextmanager
def ended_in_order() -> Iterator[None]:
    """Turn what would end the process into `KeyboardInterrupt`, or `Left` for `leave`.

    What was ignored before (`nohup`) stays so.
    """

    def end(number: int, frame: object) -> None:
        for each in _ENDING:  # a second one would cut the tidying short
            signal.signal(each, signal.SIG_IGN)
        raise Left if number == _LEAVING else KeyboardInterrupt

    with ExitStack() as stack:
        for number in _ENDING:
            if signal.getsignal(number) is not signal.SIG_IGN:
                stack.enter_context(handled(number, end))
        yield


@contextmanager
def handled(number: signal.Signals, handler: Any) -> Iterator[None]:
    """Have a signal handled in this way while the block runs."""
    before = signal.signal(number, handler)
    try:
        yield
    finally:
        signal.signal(number, before)
