"""Tiny loop: give every job a turn, round after round."""

from collections.abc import Generator, Mapping
from typing import TypeVar

T = TypeVar("T")


async def run_all(jobs: Mapping[str, Generator[None, None, T]]) -> dict[str, T]:
    """Step every unfinished job once per round until all are done; return their results by name.

    The real event loop gets a turn between two rounds. When a job fails, the other
    jobs are closed and its error comes out.
    """
    # TODO: be the event loop.
    raise NotImplementedError
