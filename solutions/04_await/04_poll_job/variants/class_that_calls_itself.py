"""An object called each round, shielded from the limit, cancelled by hand."""

import asyncio
from typing import Any


class Poll:
    def __init__(self, check: Any, every: float) -> None:
        self.check, self.every = check, every

    async def __call__(self) -> bool:
        if await self.check():
            return True
        await asyncio.sleep(self.every)
        return await self()


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    polling = asyncio.create_task(Poll(check, every)())
    try:
        await asyncio.wait_for(
            asyncio.shield(asyncio.wait([polling])), give_up
        )
    except TimeoutError:
        return False
    finally:
        polling.cancel()
    return polling.result()
