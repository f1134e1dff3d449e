"""Guard: a default for the errors that you expect, and for no others."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def or_default(
    op: Callable[[], Awaitable[T]],
    default: T,
    errors: tuple[type[Exception], ...],
) -> T:
    """Return what `op()` gives, or `default` if it fails with one of `errors`.

    Any other error comes out, and so does CancelledError.
    """
    try:
        # An error of op comes out of the await, so that stands inside.
        return await op()
    except errors:
        return default
