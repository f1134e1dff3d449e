"""The first error comes out, and nobody hears of the other jobs.

`gather` raises as soon as one job fails. The others go on, but whoever asked for a report gets an
exception in its place, long before the slowest job is done.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    return [("ok", value) for value in await asyncio.gather(*jobs)]
