"""An event says that the time is over, and every pause listens for it."""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    loop = asyncio.get_running_loop()
    over = asyncio.Event()
    timer = loop.call_later(give_up, over.set)
    enough = asyncio.create_task(over.wait())
    try:
        while True:
            checking = asyncio.create_task(check())
            try:
                await asyncio.wait(
                    {checking, enough}, return_when=asyncio.FIRST_COMPLETED
                )
                if not checking.done():
                    return False
            finally:
                checking.cancel()
            if checking.result():
                return True
            if (await asyncio.wait({enough}, timeout=every))[0]:
                return False
    finally:
        timer.cancel()
        enough.cancel()
