"""except* takes a single error too, as if it were a group of one."""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    result = default
    try:
        result = await op()
    except* errors:
        pass
    return result
