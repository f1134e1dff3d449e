"""What a check raises is kept, and raised outside the limit."""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    failed: Exception | None = None
    try:
        async with asyncio.timeout_at(
            asyncio.get_running_loop().time() + give_up
        ):
            while True:
                try:
                    if await check():
                        return True
                except Exception as error:
                    failed = error
                    break
                await asyncio.sleep(every)
    except TimeoutError:
        return False
    raise failed
