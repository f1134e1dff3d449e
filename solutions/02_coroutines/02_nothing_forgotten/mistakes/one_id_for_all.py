"""The id waits in a variable of the module, and all callers share that.

While one customer is being told, another order may be saved, and its id takes the place of yours.
What belongs to one call belongs in a variable of that call.
"""

from collections.abc import Awaitable, Callable
from typing import Any

latest = ""


async def save_and_notify(
    save: Callable[[dict[str, Any]], Awaitable[str]],
    notify: Callable[[str], Awaitable[None]],
    record: dict[str, Any],
) -> str:
    global latest
    latest = await save(record)
    await notify(latest)
    return latest
