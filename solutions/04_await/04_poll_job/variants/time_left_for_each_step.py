"""Each step, check or pause, is waited for as long as there is time left."""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    loop = asyncio.get_running_loop()
    end = loop.time() + give_up
    while True:
        for step in (check, pause_of(every)):
            task = asyncio.ensure_future(step())
            try:
                await asyncio.wait({task}, timeout=end - loop.time())
                if not task.done():
                    return False
            finally:
                task.cancel()
            if task.result():
                return True


def pause_of(seconds: float) -> Any:
    async def pause() -> None:
        await asyncio.sleep(seconds)

    return pause
