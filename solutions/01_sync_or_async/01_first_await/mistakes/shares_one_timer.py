"""All guests wait for the same timer, so the second one is not greeted at its own time.

A timer that runs already looks like something one can join. But it was set for the first guest;
whoever comes next wants to wait for another time, shorter or longer.
What belongs to a call is made in the call.
"""

import asyncio

timer: asyncio.Future[None] | None = None


async def greet(name: str, seconds: float) -> str:
    global timer
    if timer is None or timer.done():
        timer = asyncio.ensure_future(asyncio.sleep(seconds))
    await timer
    return f"hello, {name}"
