"""You notify with the record, but what notify takes is its id.

The record is at hand and holds all that is known, except the one thing that the customer needs.
Pass on what await save(record) gave you.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save(record)
    await notify(record)
    return record_id
