"""You catch the error and raise another one: what really happened is hidden behind it.

An error with a nicer message seems to be a service. But your caller may know what to do about a
full disk, and has no use for a ValueError.
Let errors out as they are.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    try:
        record_id = await save(record)
        await notify(record_id)
    except Exception as error:
        raise ValueError("the order could not be processed") from error
    return record_id
