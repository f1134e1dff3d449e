"""The return comes first on paper, but finally notifies before it happens."""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save(record)
    try:
        return record_id
    finally:
        await notify(record_id)
