"""gather awaits whatever can be awaited, and its list holds one result."""

import asyncio
import inspect
from typing import Any


async def resolve(value: Any) -> Any:
    if not inspect.isawaitable(value):
        return value
    (result,) = await asyncio.gather(value)
    return result
