"""A task group waits for the sleep."""

import asyncio


async def greet(name: str, seconds: float) -> str:
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(seconds))
    return f"hello, {name}"
