"""Nothing forgotten: save first, then notify, and wait for both."""

from collections.abc import Awaitable, Callable
from typing import Any


async def save_and_notify(
    save: Callable[[dict[str, Any]], Awaitable[str]],
    notify: Callable[[str], Awaitable[None]],
    record: dict[str, Any],
) -> str:
    """Save `record`, notify with the id that `save` gives, and return it."""
    record_id = await save(record)
    # A plain call would only make the coroutine object.
    await notify(record_id)
    return record_id
