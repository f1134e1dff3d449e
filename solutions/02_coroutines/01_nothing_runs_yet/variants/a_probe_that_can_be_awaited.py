"""An object that can be awaited itself passes the waiting on."""

import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


class Probe:
    def __init__(self, made, started):
        self.made = made
        self.seen = (inspect.iscoroutine(made), started())

    def __await__(self):
        result = yield from self.made.__await__()
        return (*self.seen, result)


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    return await Probe(func(), started)
