"""You catch the error, and your caller never learns that something failed.

A function that cannot fail looks robust. But whatever you return, the caller takes for the
id of an order that is stored, and the loss is found weeks later.
Let errors out: those who can do something about them are above you.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    try:
        record_id = await save(record)
        await notify(record_id)
    except Exception:
        return ""
    return record_id
