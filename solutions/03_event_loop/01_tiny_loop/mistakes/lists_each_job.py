"""list(job) runs a job to its end in one go, and keeps what it yielded.

It is the short way to see everything that a generator gives. But nobody else gets a turn in
between, and what a job yields are only its pauses: the result travels in StopIteration.
Step with next, one step for each job in a round.
"""

from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    return {name: list(job) for name, job in jobs.items()}
