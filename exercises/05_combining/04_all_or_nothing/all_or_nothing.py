"""Run jobs at the same time: all succeed, or the first error ends all."""

from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    """Return the values of all jobs, in the order of `jobs`.

    When a job fails, the others are cancelled and clean up to their end; then
    the error of the job that failed first is raised itself. A cancel of the
    caller ends the jobs in the same way.
    """
    # TODO: start all jobs, and leave none behind, however this ends.
    raise NotImplementedError
