"""You wait for notify, but only for some seconds, and then act as if it were done.

A limit seems careful, and in a test nothing takes that long. But when the time is up notify is
cancelled half-way: the customer hears nothing, and your caller believes that all is well.
Nobody asked for a limit. Wait as long as it takes.
"""

import asyncio
from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save(record)
    try:
        await asyncio.wait_for(notify(record_id), 10)
    except asyncio.TimeoutError:
        pass
    return record_id
