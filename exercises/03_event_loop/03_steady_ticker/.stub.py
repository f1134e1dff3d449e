"""Steady ticker: do something on every beat, without drifting away."""

import asyncio
from collections.abc import Awaitable, Callable


async def ticker(
    period: float, count: int, tick: Callable[[int], Awaitable[None]]
) -> None:
    """Await `tick(0)`, `tick(1)`, ... `count` times, one on every beat.

    A beat comes every `period` seconds. A tick that runs past the next beat
    delays only the one after it, which then starts at once; later ones are on
    the beat again. An error of a tick comes out.
    """
    # TODO: start each tick on its beat.
    raise NotImplementedError
