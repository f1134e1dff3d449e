"""Two greetings share one variable, and the second guest overwrites the first.

With one guest at a time nothing goes wrong, which is why it stays hidden.
At each await others may run, also other calls of this same function.
Keep what belongs to a call in the call: its parameters and local variables.
"""

import asyncio

guest = ""


async def greet(name: str, seconds: float) -> str:
    global guest
    guest = name
    await asyncio.sleep(seconds)
    return f"hello, {guest}"
