"""You return what notify returns, and notify returns nothing.

return await notify(...) reads as if it were the last step and the answer in one. But the answer is
the id, and that came from save.
Await notify on a line of its own, then return the id.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save(record)
    return await notify(record_id)
