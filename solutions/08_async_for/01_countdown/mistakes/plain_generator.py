"""This is an ordinary generator, made for `for`, not for `async for`.

Without `async` in front of `def` there is no `await`, so only `time.sleep` is left, and
`async for` says "requires an object with __aiter__ method". Write `async def`, and await the
wait.
"""

import time
from collections.abc import Iterator


def countdown(n: int, period: float) -> Iterator[int]:
    for number in range(n, 0, -1):
        time.sleep(period)
        yield number
