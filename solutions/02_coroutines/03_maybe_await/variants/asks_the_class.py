"""Whether the class of the value has the method that makes it awaitable."""

from typing import Any


async def resolve(value: Any) -> Any:
    return await value if hasattr(type(value), "__await__") else value
