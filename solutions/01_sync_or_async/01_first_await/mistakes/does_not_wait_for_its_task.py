"""You start a task that sleeps, and return before it is done.

create_task really starts it, so it seems that you waited. You did not: the task sleeps
beside you, and it is still there when you have returned.
A task is a promise of a result: await it before you go on.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    asyncio.create_task(asyncio.sleep(seconds))
    return f"hello, {name}"
