"""When a step fails you put something in the place of its result and go on.

Nothing gets lost that way, or so it seems. But what is only put into a list stops nobody: the later
steps run, and your caller takes it for a result.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any


async def in_order(steps: Sequence[Callable[[], Awaitable[Any]]]) -> list[Any]:
    results: list[Any] = []
    for step in steps:
        try:
            results.append(await step())
        except Exception as error:
            results.append(error)
    return results
