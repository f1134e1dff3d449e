"""A future of our own takes the answer of whoever is first."""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[bool] = loop.create_future()

    async def ask() -> None:
        try:
            while not await check():
                await asyncio.sleep(every)
        except Exception as error:
            if not answer.done():
                answer.set_exception(error)
        else:
            if not answer.done():
                answer.set_result(True)

    timer = loop.call_later(
        give_up, lambda: answer.done() or answer.set_result(False)
    )
    polling = asyncio.create_task(ask())
    try:
        return await answer
    finally:
        timer.cancel()
        polling.cancel()
