"""A value that counts as false is called an error.

`if value` asks whether the value is true, and None, 0 and an empty text are not. The job went well
all the same. Remember how it ended, not what it gave.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    async def settled(job: Coroutine[Any, Any, T]) -> Any:
        value = problem = None
        try:
            value = await job
        except BaseException as error:
            problem = error
        return ("ok", value) if value else ("error", problem)

    return list(await asyncio.gather(*(settled(job) for job in jobs)))
