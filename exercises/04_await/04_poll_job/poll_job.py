"""Poll a job: ask until the answer is yes, or until the time is over."""

import asyncio
from collections.abc import Awaitable, Callable


async def wait_until(
    check: Callable[[], Awaitable[bool]], every: float, give_up: float
) -> bool:
    """Return True as soon as `check()` does, or False after `give_up` seconds.

    The next check starts `every` seconds after the end of the one before. An
    error of a check comes out.
    """
    # TODO: ask, wait, ask again, and give up in time.
    raise NotImplementedError
