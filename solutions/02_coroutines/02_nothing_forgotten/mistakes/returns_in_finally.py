"""A return in finally throws the error of notify away.

finally is to be run in any case, and so the id is returned in any case. But a return there ends the
function for good: the error that was on its way out is forgotten, and nobody learns of it.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save(record)
    try:
        await notify(record_id)
    finally:
        return record_id
