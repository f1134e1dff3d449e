"""A stub."""


async def solve():
    """Do nothing."""
    # TODO: write this.
    raise NotImplementedError
