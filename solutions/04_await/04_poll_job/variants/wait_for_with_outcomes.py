"""wait_for around all; a check's error gets past TimeoutError as a value."""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    async def ask() -> Exception | None:
        try:
            while not await check():
                await asyncio.sleep(every)
        except Exception as error:
            return error
        return None

    try:
        error = await asyncio.wait_for(ask(), give_up)
    except TimeoutError:
        return False
    if error is not None:
        raise error
    return True
