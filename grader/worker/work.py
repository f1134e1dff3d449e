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

    `seconds` and `fails` may be mappings, by the first argument of the call; one without an entry
    takes as long as the slowest, and does not fail. `gives` may be a function of the arguments. A
    call that is cancelled takes `cleanup` more seconds to clear up. All seconds are virtual.
    """

    async def job(*args: Any, **kwargs: Any) -> Any:
        try:
            await asyncio.sleep(_seconds_for(seconds, args))
        except asyncio.CancelledError:
            if cleanup:
                await asyncio.sleep(cleanup)
            raise
        error = _entry(fails, args, None) if isinstance(fails, Mapping) else fails
        if error is not None:
            raise error
        return gives(*args, **kwargs) if callable(gives) else gives

    job.__name__ = job.__qualname__ = name  # as asyncio quotes it in errors
    return spy(job, name=name)


def _seconds_for(seconds: float | Mapping[Any, float], args: tuple[Any, ...]) -> float:
    if not isinstance(seconds, Mapping):
        return seconds
    return float(_entry(seconds, args, max(seconds.values())))


def _entry(table: Mapping[Any, Any], args: tuple[Any, ...], otherwise: Any) -> Any:
    try:
        return table.get(args[0], otherwise)
    except (IndexError, TypeError):  # called with nothing, or with what is no key of any dict
        return otherwise
