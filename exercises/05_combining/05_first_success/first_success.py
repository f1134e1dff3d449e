"""Ask several at once, and return the first answer that is one."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    """Return the value of the op that succeeds first.

    The others are cancelled, and over by then. Raises an `ExceptionGroup` with
    the error of every op when all fail, and `ValueError` when there are none.
    """
    # TODO: start all ops, wait for a success, and leave none behind.
    raise NotImplementedError
