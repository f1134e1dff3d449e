"""One task polls and one sleeps; who is first decides."""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    async def ask() -> bool:
        while not await check():
            await asyncio.sleep(every)
        return True

    polling = asyncio.create_task(ask())
    waiting = asyncio.create_task(asyncio.sleep(give_up, False))
    try:
        done, _ = await asyncio.wait(
            {polling, waiting}, return_when=asyncio.FIRST_COMPLETED
        )
    finally:
        polling.cancel()
        waiting.cancel()
    return polling.result() if polling in done else False
