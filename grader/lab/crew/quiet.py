"""What the end of a thread says: silence for those that end with their world."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def silent_pools() -> Iterator[None]:
    """Keep pools quiet for the length of the block.

    A pool's thread reports whatever ends it, also that its world is over.
    """
    logger = logging.getLogger("concurrent.futures")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def report(error: BaseException, thread: threading.Thread | None) -> None:
    """Report what ended a thread as `threading` would, without the frame of our caller."""
    error.__traceback__ = error.__traceback__ and error.__traceback__.tb_next
    threading.excepthook(
        threading.ExceptHookArgs((type(error), error, error.__traceback__, thread))
    )
