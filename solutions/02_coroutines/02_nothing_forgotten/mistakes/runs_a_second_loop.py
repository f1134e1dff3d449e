"""asyncio.run starts an event loop, and you are already inside one.

It is how a coroutine is run from ordinary code, so it seems to be the way to get the id.
Inside an async function the loop is already running: await save(record) is all it takes.
"""

import asyncio
from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = asyncio.run(save(record))
    await notify(record_id)
    return record_id
