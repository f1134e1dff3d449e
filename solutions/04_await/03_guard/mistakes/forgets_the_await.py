"""You return a coroutine object, and nobody has run it.

Inside an async function, return alone does not wait. Your caller gets the object instead of the
weather, and an error of op has not even happened yet when your try ends.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return op()
    except errors:
        return default
