"""You save and notify, but return nothing.

All the work is done, so nothing seems to be missing; yet the caller gets None instead of
the id. Return what save gave you.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save(record)
    await notify(record_id)
