"""Callback to await: turn two callbacks into one value to wait for."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    """Call `register(on_done, on_error)`; wait for the first call of either.

    Return the value that `on_done` is called with, or raise the error that
    `on_error` is called with. Calls after the first one, and after a cancel,
    are ignored.
    """
    # TODO: register two functions, and wait until one of them is called.
    raise NotImplementedError
