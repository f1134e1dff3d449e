"""You call the default if it can be called, and hand back what that gives.

A factory for defaults is a good idea where it is agreed upon. Here the default is any object, a
function too, and the caller wants just that object.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except errors:
        return default() if callable(default) else default
