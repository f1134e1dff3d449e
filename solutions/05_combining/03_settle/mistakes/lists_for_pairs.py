"""Each pair is a list, and should be a tuple.

It holds the same two things, but a list never equals a tuple: whoever compares your pairs with
`("ok", 17)` finds none, and whoever puts them into a set gets a TypeError.
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
            return ["ok", await job]
        except BaseException as error:
            return ["error", error]

    return list(await asyncio.gather(*(settled(job) for job in jobs)))
