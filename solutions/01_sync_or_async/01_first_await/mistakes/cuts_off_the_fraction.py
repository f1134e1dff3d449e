"""int cuts off what stands behind the point: 1.5 becomes 1.

A sleep that counts in whole seconds would need it. asyncio.sleep takes a float: pass on the
seconds just as you got them.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    await asyncio.sleep(int(seconds))
    return f"hello, {name}"
