"""asyncio.wait looks on; the future that is done has the result or error."""

import asyncio
import types
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    answers = [type(made) is types.CoroutineType, started()]
    done, _ = await asyncio.wait([asyncio.ensure_future(made)])
    answers += [future.result() for future in done]
    return tuple(answers)
