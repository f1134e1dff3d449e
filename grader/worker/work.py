"""`work`: a mocked coroutine function that takes its time, in one line of a scenario."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any


def work(
    spy: Callable[..., Any],
    name: str,
    seconds: float | Mapping[Any, float] = 0.0,
    *,
    gives: Any = None,
    fails: BaseException | Mapping[Any, BaseException] | None = None,
    cleanup: float = 0.0,
) -> Any:
    """Return a watched coroutine function that waits, then raises `fails` or returns `gives`.

    `seconds` and `fails` may be mappings: by the first argument of the call, where an argument
    without an entry in `fails` does not fail. `gives` may be a function of the arguments. A call
    that is cancelled takes `cleanup` more seconds to clear up. All seconds are virtual.
    """

    async def job(*args: Any, **kwargs: Any) -> Any:
        try:
            await asyncio.sleep(seconds[args[0]] if isinstance(seconds, Mapping) else seconds)
        except asyncio.CancelledError:
            if cleanup:
                await asyncio.sleep(cleanup)
            raise
        error = fails.get(args[0]) if isinstance(fails, Mapping) else fails
        if error is not None:
            raise error
        return gives(*args, **kwargs) if callable(gives) else gives

    return spy(job, name=name)
