"""As they land: report each result at the moment when it is there."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    """Run all jobs at the same time; return the results in finishing order.

    `on_result` is called with each result at the moment when its job is done.
    Raises what a job raises, at that moment; the jobs that still run are
    cancelled then.
    """
    # TODO: start all jobs, and report each result as it lands.
    raise NotImplementedError
