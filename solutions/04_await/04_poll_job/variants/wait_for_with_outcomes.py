"""wait_for around it all; an error of a check travels as a value past the TimeoutError."""

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
