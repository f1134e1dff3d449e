"""A class whose objects can be awaited; without seconds, no pause at all."""

import asyncio
from collections.abc import Generator
from typing import Any


class Greeting:
    """Gives the greeting to whoever awaits it."""

    def __init__(self, name: str, seconds: float) -> None:
        self.name, self.seconds = name, seconds

    def __await__(self) -> Generator[Any, None, str]:
        if self.seconds > 0:
            yield from asyncio.sleep(self.seconds).__await__()
        return f"hello, {self.name}"


async def greet(name: str, seconds: float) -> str:
    return await Greeting(name, seconds)
