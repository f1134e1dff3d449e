"""You call save but do not await it: the id is a coroutine object.

The call looks complete, so it is easy to miss. But nothing was saved: the body of save
never ran, and notify was given the object that could have run it.
Put await before save(record); what await gives back is the id.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = save(record)
    await notify(record_id)
    return record_id
