"""asyncio.run starts an event loop, and you are already inside one.

It is the right way to start a whole program from ordinary code, so it comes to mind here too.
Inside an async function the loop is there already: just await.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    asyncio.run(asyncio.sleep(seconds))
    return f"hello, {name}"
