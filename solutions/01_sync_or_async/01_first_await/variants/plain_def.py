"""An ordinary function that makes a coroutine, for the caller to await."""

import asyncio
from collections.abc import Coroutine
from typing import Any


def greet(name: str, seconds: float) -> Coroutine[Any, Any, str]:
    return asyncio.sleep(seconds, f"hello, {name}")
