"""The list of results is made once, when the function is defined, and all calls add to it.

The first call is right. The second one returns what the first one found, and then its own.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any


async def in_order(
    steps: Sequence[Callable[[], Awaitable[Any]]], results: list[Any] = []
) -> list[Any]:
    for step in steps:
        results.append(await step())
    return results
