"""You keep the error of a step, run all the others, and raise it when everything is over.

The error does come out. But by then the later steps have run, on top of a step that failed.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results = []
    failed = None
    for step in steps:
        try:
            results.append(await step())
        except Exception as error:
            failed = failed or error
    if failed is not None:
        raise failed
    return results
