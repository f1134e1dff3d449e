"""One line: asyncio.sleep hands back its second argument."""

import asyncio


async def greet(name: str, seconds: float) -> str:
    return await asyncio.sleep(seconds, f"hello, {name}")
