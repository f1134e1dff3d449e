"""Twice."""


async def twice(number: int) -> int:
    """Return the number."""
    raise NotImplementedError  # TODO: write it
