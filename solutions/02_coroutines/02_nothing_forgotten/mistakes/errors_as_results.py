"""You ask gather to hand back errors as if they were results, and never look whether it did.

With return_exceptions=True nothing is raised: a failed save gives its error in place of the id, and
that is what notify was told and your caller got. Just await; then an error comes out by itself.
"""

import asyncio
from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    [record_id] = await asyncio.gather(save(record), return_exceptions=True)
    await asyncio.gather(notify(record_id), return_exceptions=True)
    return record_id
