"""Settle: run all jobs to their end, and tell of each how it ended."""

from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    """Run all jobs at the same time; return how each ended, in their order.

    A pair is ("ok", what the job returned) or ("error", what it raised).
    Raises CancelledError when the caller is cancelled, and then cancels the
    jobs that still run.
    """
    # TODO: run all jobs to their end, and make a pair of each.
    raise NotImplementedError
