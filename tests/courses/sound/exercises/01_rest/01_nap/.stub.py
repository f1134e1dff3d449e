"""Take a nap."""


async def nap(seconds: float) -> str:
    """Sleep `seconds`, then return "rested"."""
    # TODO: sleep.
    raise NotImplementedError
