"""One line for both steps; the id is kept on the way."""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    await notify(record_id := await save(record))
    return record_id
