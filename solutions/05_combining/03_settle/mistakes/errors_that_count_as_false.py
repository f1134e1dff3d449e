"""An exception that counts as false is taken for none at all.

An exception is an object like any other, and its class may say how long it is or whether it is
true. Asked that way, an error with nothing in it looks like no error, and the failed job like one
that went well. What you want to know is whether there is an error, not whether it is true.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    tasks = [asyncio.create_task(job) for job in jobs]
    await asyncio.gather(*tasks, return_exceptions=True)
    report: list[Any] = []
    for task in tasks:
        if task.cancelled():
            report.append(("error", asyncio.CancelledError()))
        elif task.exception():
            report.append(("error", task.exception()))
        else:
            report.append(("ok", task.result()))
    return report
