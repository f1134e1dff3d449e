"""Await once: one coroutine object, and many who want its result."""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    """Run `coro` once, give its result to all readers, return their answers.

    The answers are in the order of the readers, which run at the same time.
    An error of `coro` or of a reader comes out.
    """
    # TODO: run the coroutine once, then let all readers have its result.
    raise NotImplementedError
