"""Count down, with a pause before each number."""

from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    """Yield `n`, `n - 1`, ..., `1`, each after a wait of `period` seconds."""
    # TODO: wait and yield, as often as needed.
    raise NotImplementedError
    yield n  # never reached; a function with a `yield` in it is a generator
