"""Awaits task after task, and asks if it is us who are being cancelled."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    tasks = [asyncio.create_task(job) for job in jobs]
    outcomes: list[Any] = []
    try:
        for task in tasks:
            try:
                outcomes.append(("ok", await task))
            except Exception as error:
                outcomes.append(("error", error))
            except asyncio.CancelledError as error:
                us = asyncio.current_task()
                if us is None or us.cancelling():
                    raise
                outcomes.append(("error", error))
    finally:
        for task in tasks:
            task.cancel()
    return outcomes
