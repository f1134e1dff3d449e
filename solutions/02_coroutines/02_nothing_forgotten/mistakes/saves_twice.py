"""You save twice: once to notify, once to return.

Each call of save makes a new coroutine, and each await runs one: the record was stored
twice, and the id that you returned is not the one the customer was told.
Await once, keep the result in a variable, use the variable twice.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    await notify(await save(record))
    return await save(record)
