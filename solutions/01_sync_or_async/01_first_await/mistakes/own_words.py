"""You greet in words of your own.

For a person it is the same greeting; for a program, texts are equal only to the letter: capitals,
commas, blanks and exclamation marks all count.
The task says: hello in small letters, a comma, a blank, the name, and nothing more.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return f"Hello, {name}!"
