"""You start notify, pause for a moment, and hope that it is done by then.

As long as the message is quick it works. Nobody promised that: it may take longer, and its error
has nobody to go to.
Await notify itself, not the clock.
"""

import asyncio
from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save(record)
    asyncio.create_task(notify(record_id))
    await asyncio.sleep(1)
    return record_id
