"""The result is handed back in else, where no error is expected."""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        result = await op()
    except errors:
        return default
    else:
        return result
