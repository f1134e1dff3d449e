"""Nothing forgotten: save first, then notify, and wait for both."""

from collections.abc import Awaitable, Callable
from typing import Any


async def save_and_notify(
    save: Callable[[dict[str, Any]], Awaitable[str]],
    notify: Callable[[str], Awaitable[None]],
    record: dict[str, Any],
) -> str:
    """Save `record`, notify with the id that `save` returned, and return that id."""
    record_id = await save(record)
    await notify(record_id)  # a plain call would only make the coroutine object
    return record_id
