"""Silence for what ends with its world."""

from __future__ import annotations

import logging
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
