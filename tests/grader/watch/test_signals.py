"""What ends a sitting ends it in order, and what was ignored before stays so."""

from __future__ import annotations

import signal

import pytest

from grader.watch.signals import ended_in_order, handled


def test_what_would_end_the_process_is_an_interrupt() -> None:
    with pytest.raises(KeyboardInterrupt), ended_in_order():
        signal.raise_signal(signal.SIGUSR1)


def test_what_was_ignored_before_stays_so() -> None:
    with handled(signal.SIGUSR1, signal.SIG_IGN), ended_in_order():
        signal.raise_signal(signal.SIGUSR1)
