"""You catch the error, and your caller never learns that something failed.

A function that cannot fail looks robust. But an empty id looks like success to the caller,
and a lost order is found weeks later.
Let errors out: those who can do something about them are above you.
"""

from typing import Any


async def save_and_notify(save: Any, notify: Any, record: dict[str, Any]) -> str:
    try:
        record_id = await save(record)
        await notify(record_id)
    except Exception:
        return ""
    return record_id
