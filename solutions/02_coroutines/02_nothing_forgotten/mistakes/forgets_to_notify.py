"""You save and return the id, and nobody is notified.

The result is right, so nothing seems to be missing. But the customer waits for a message.
Between the two, await notify with the id.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    return await save(record)
