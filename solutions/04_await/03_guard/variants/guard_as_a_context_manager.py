"""A small context manager swallows what is listed."""

from typing import Any


class Guard:
    def __init__(self, errors: tuple[type[Exception], ...]) -> None:
        self.errors = errors

    async def __aenter__(self) -> None:
        pass

    async def __aexit__(self, kind: Any, error: Any, traceback: Any) -> bool:
        return kind is not None and issubclass(kind, self.errors)


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    result = default
    async with Guard(errors):
        result = await op()
    return result
