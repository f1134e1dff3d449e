"""Of each error only the text is kept.

A text can be shown to somebody, and that is all. The exception itself has a type, a cause and a
traceback, and can be raised again. Put that into the pair.
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
            return "error", str(error)

    return list(await asyncio.gather(*(settled(job) for job in jobs)))
