"""First await: wait without standing in anybody's way."""


async def greet(name: str, seconds: float) -> str:
    """Wait `seconds` without blocking the event loop, then return "hello, <name>"."""
    # TODO: wait, then return the greeting.
    raise NotImplementedError
