"""A timer of the loop cancels the polling task, and leaves a note of it."""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    async def ask() -> bool:
        while not await check():
            await asyncio.sleep(every)
        return True

    is_over = False

    def stop() -> None:
        nonlocal is_over
        is_over = polling.cancel()

    polling = asyncio.create_task(ask())
    timer = asyncio.get_running_loop().call_later(give_up, stop)
    try:
        await asyncio.wait([polling])
    finally:
        timer.cancel()
        polling.cancel()
    return False if is_over else polling.result()
