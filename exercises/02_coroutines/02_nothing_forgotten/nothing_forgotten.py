"""Nothing forgotten: save first, then notify, and wait for both."""

from collections.abc import Awaitable, Callable
from typing import Any


async def save_and_notify(
    save: Callable[[dict[str, Any]], Awaitable[str]],
    notify: Callable[[str], Awaitable[None]],
    record: dict[str, Any],
) -> str:
    """Save `record`, notify with the id that `save` gives, and return it."""
    # TODO: save, then notify, then return the id.
    raise NotImplementedError
