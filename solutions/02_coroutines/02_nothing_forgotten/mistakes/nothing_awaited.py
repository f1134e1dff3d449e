"""You call save and notify and await neither: nothing was saved, and nobody was told.

A call of a coroutine function only makes an object that could run; the body waits for an `await`.
So the id is such an object, notify is handed it and does not run either, and no error shows.
Put await before both calls. What await gives back from save(record) is the id.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> Any:
    record_id = save(record)
    notify(record_id)
    return record_id
