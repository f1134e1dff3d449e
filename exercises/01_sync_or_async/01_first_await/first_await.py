"""First await: wait without standing in anybody's way."""


async def greet(name: str, seconds: float) -> str:
    """Return "hello, <name>" after `seconds`; do not block the event loop."""
    # TODO: wait, then return the greeting.
    raise NotImplementedError
