"""A job that fails is left out, and nobody learns of it.

`except Exception: continue` makes the list shorter and says nothing. Your caller cannot tell a shop
without an offer from one that could not be reached. Let the error come out.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    results = []
    for job in asyncio.as_completed(jobs):
        try:
            result = await job
        except Exception:
            continue
        on_result(result)
        results.append(result)
    return results
