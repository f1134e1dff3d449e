"""With zero seconds you return nothing at all.

"No wait, nothing to do" is a tempting shortcut, but the greeting was still asked for.
Zero is an ordinary number of seconds: asyncio.sleep(0) is fine.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    if seconds:
        await asyncio.sleep(seconds)
        return f"hello, {name}"
