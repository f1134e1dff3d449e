"""You call notify but do not await it: nobody was told.

notify returns nothing of interest, so there is no result that could look wrong.
Yet a coroutine object that nobody awaits never starts, and neither does its error.
Put await before the call, also where you do not need a result.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save(record)
    notify(record_id)
    return record_id
