"""You await generators, but only coroutines and other awaitables can be awaited.

Generators and coroutines pause in the same way, so the mix-up is close at hand. But a plain
generator does not talk to the event loop; somebody has to step it with next.
Here that somebody is you.
"""

from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    return {name: await job for name, job in jobs.items()}
