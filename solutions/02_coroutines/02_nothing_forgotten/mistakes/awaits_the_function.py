"""You await the function itself, not what a call of it gives.

save is a function; only save(record) makes something that can be awaited.
Call first, await what comes back: both in one expression.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save
    await notify(record_id)
    return record_id
