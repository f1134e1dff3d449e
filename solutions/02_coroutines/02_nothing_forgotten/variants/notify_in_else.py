"""The second step is in the else of a try that only lets errors through."""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    try:
        record_id = await save(record)
    except Exception:
        raise
    else:
        await notify(record_id)
    return record_id
