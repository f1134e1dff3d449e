"""In place of the exception of the job there is a new one with the same text.

It looks alike, and it is another object: its traceback does not lead to the line that failed, and
whatever the job had attached to its own exception is lost. Hand on the exception itself.
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
        except asyncio.CancelledError as error:
            return "error", error
        except Exception as error:
            return "error", RuntimeError(str(error))

    return list(await asyncio.gather(*(settled(job) for job in jobs)))
