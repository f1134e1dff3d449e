"""Tiny loop: give every job a turn, round after round."""

from collections.abc import Generator, Mapping
from typing import TypeVar

T = TypeVar("T")


async def run_all(
    jobs: Mapping[str, Generator[None, None, T]],
) -> dict[str, T]:
    """Step each unfinished job once per round; return the results by name.

    The rounds go on until all jobs are done, and between two of them the real
    event loop gets a turn. When a job fails, the other jobs are closed and its
    error comes out.
    """
    # TODO: be the event loop.
    raise NotImplementedError
