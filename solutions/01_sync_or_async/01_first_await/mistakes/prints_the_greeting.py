"""You print the greeting, but return nothing.

On the screen it looks right. Your caller, though, gets None and can do nothing with the text.
Return it; whoever called decides whether to print.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    print(f"hello, {name}")
