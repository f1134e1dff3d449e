"""Ask everybody at once."""

from collections.abc import Awaitable, Callable, Sequence


async def roll_call(ask: Callable[[str], Awaitable[str]], names: Sequence[str]) -> list[str]:
    """Return everybody's answer, in the order of the names."""
    # TODO: ask all of them at once
    raise NotImplementedError
