"""Both steps are tasks, each awaited in its turn."""

import asyncio
from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    saving = asyncio.ensure_future(save(record))
    await asyncio.wait([saving])
    telling = asyncio.ensure_future(notify(saving.result()))
    (_,) = await asyncio.gather(telling)
    return saving.result()
