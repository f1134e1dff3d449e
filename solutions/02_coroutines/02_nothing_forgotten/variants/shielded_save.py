"""Saving is shielded: a cancelled caller does not stop it half-way."""

import asyncio
from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await asyncio.shield(save(record))
    await notify(record_id)
    return record_id
