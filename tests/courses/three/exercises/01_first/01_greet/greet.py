"""Greet."""


async def greet(number: int) -> int:
    """Return the number."""
    raise NotImplementedError  # TODO: write it
