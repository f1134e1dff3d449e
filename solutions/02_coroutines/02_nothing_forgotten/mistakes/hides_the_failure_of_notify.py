"""You catch the error of notify: nobody learns that the customer was not told.

The record is saved, so the rest may seem to be a detail. But your caller believes that all is
done, and the customer never gets a message.
Let the error out.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save(record)
    try:
        await notify(record_id)
    except Exception:
        pass
    return record_id
