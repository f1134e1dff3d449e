"""An async generator gives answer after answer; the first yes ends it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any


async def answers(check: Any, every: float) -> AsyncIterator[bool]:
    yield await check()
    while True:
        await asyncio.sleep(every)
        yield await check()


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    limit = asyncio.timeout(give_up)
    try:
        async with limit, aclosing(answers(check, every)) as heard:
            async for is_ready in heard:
                if is_ready:
                    break
    except TimeoutError:
        if not limit.expired():
            raise
    return not limit.expired()
