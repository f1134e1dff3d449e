"""A job that was cancelled is called ok, and one that returned an exception an error.

`CancelledError` is a `BaseException` and not an `Exception`, so this question misses it. And no
such question can tell what was raised from what was returned: the list has forgotten it.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    results = await asyncio.gather(*jobs, return_exceptions=True)
    return [
        ("error", result) if isinstance(result, Exception) else ("ok", result)
        for result in results
    ]
