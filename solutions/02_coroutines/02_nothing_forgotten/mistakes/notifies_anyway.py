"""You notify also when saving failed.

finally runs on the way out of an error too. That is right for cleaning up and wrong for a
next step: the customer got a message about an order that does not exist.
Put what depends on success after the await, with no finally around it.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = ""
    try:
        record_id = await save(record)
    finally:
        await notify(record_id)
    return record_id
