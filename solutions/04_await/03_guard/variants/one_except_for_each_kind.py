"""Recursion: each kind of error has a guard of its own around the others."""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    if not errors:
        return await op()
    try:
        return await or_default(op, default, errors[1:])
    except errors[0]:
        return default
