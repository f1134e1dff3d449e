"""Everything is caught, looked at, and raised again unless it is listed."""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except BaseException as error:
        if not isinstance(error, errors):
            raise
    return default
