"""The await is in a helper; the error passes through it to the guard."""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    async def helper() -> Any:
        return await op()

    waiting = helper()
    try:
        return await waiting
    except errors as error:
        del error
        return default
