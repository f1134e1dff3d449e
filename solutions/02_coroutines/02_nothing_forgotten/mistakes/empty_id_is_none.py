"""You ask whether the id is true, and an empty text is not.

The question was meant to be whether there is an id. It comes from save, so there is one, whatever
it looks like; and with an empty one the customer gets no message.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save(record)
    if record_id:
        await notify(record_id)
    return record_id
