"""The first error came out at once, and the other jobs went on working.

`gather` raises as soon as one of its jobs fails, and that is all it does: it cancels nobody and
waits for nobody. The other bookings were made, some time later, for a caller who had already been
told that there is no trip. What you started has to be over when you return, also when you return
with an error.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    return list(await asyncio.gather(*jobs))
