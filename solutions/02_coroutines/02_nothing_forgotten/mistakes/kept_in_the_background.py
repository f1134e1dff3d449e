"""You keep notify's task in a set, so that it does not vanish, and return while it is running.

For a task that lives on by itself the set is right. But this one is not through when you return:
your caller believes that the customer has been told, and its error has nobody to go to.
Await the task; then nobody has to keep it.
"""

import asyncio
from typing import Any

background: set[asyncio.Task[None]] = set()


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save(record)
    telling = asyncio.create_task(notify(record_id))
    background.add(telling)
    telling.add_done_callback(background.discard)
    return record_id
