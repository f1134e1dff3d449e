"""You wait with an Event of threading, which stops the whole thread, and the loop with it.

The library calls from the loop, and the loop does not get a turn while its thread stands still. So
the call that you wait for can never come.
asyncio has an Event of its own; waiting for that one lets the others go on.
"""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    called = threading.Event()
    calls: list[tuple[str, Any]] = []

    def keep(kind: str, what: Any) -> None:
        calls.append((kind, what))
        called.set()

    register(
        lambda value: keep("value", value), lambda error: keep("error", error)
    )
    called.wait()
    kind, what = calls[0]
    if kind == "value":
        return what
    raise what
