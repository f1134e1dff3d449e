"""Every guest is greeted as Ada.

Ada is the guest of the first example. The others have names of their own: use the name that
you are given.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return "hello, Ada"
