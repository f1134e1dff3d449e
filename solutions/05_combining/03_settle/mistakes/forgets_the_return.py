"""All jobs ran to their end, and nothing is returned.

A function without `return` gives back None. The report was made and never handed over.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    async def settled(job: Coroutine[Any, Any, T]) -> Any:
        try:
            return "ok", await job
        except BaseException as error:
            return "error", error

    await asyncio.gather(*(settled(job) for job in jobs))
