"""When a job ends in CancelledError, that comes out, and the report is lost.

`except Exception` catches all but a few, and `CancelledError` is one of the few. Raised by a job,
it goes through your coroutine around it, out of `gather`, and looks as if somebody had cancelled
you. The other jobs go on running.
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
        except Exception as error:
            return "error", error

    return list(await asyncio.gather(*(settled(job) for job in jobs)))
