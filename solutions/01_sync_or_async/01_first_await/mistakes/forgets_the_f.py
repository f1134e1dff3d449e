"""The f in front of the quotes is missing, so {name} stays as it stands.

Braces in a text are ordinary characters; only an f-string puts a value in their place.
Write f"..." with an f before the first quote.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return "hello, {name}"
