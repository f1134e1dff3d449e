"""Each tick hands over to the next one, with the time of its beat."""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    await go_on(period, range(count), tick, asyncio.get_running_loop().time())


async def go_on(period: float, numbers: range, tick: Any, due: float) -> None:
    loop = asyncio.get_running_loop()
    if not numbers:
        return
    await asyncio.sleep(due - loop.time())
    began = loop.time()
    await tick(numbers[0])
    missed = max(0, int((began - due) / period))
    await go_on(period, numbers[1:], tick, due + (missed + 1) * period)
