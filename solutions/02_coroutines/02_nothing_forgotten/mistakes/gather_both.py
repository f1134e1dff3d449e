"""You save and notify at the same time, but notify needs what save returns.

gather is good at overlapping waits, so it tempts wherever there are two of them.
Here the second step depends on the first: the customer heard of an order before it was
stored, with something that is not its id, and even if storing it failed.
When one step needs the result of another, await them in order.
"""

import asyncio
from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id, _ = await asyncio.gather(save(record), notify(record["title"]))
    return record_id
