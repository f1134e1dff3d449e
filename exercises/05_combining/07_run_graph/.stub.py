"""Run steps that need each other, each as early as possible."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import TypeVar

T = TypeVar("T")


async def run_graph(
    deps: Mapping[str, Collection[str]], run: Callable[[str], Awaitable[T]]
) -> dict[str, T]:
    """Await `run(step)` for every step in `deps`; return the value of each.

    A step starts when all that it needs, `deps[step]`, is done. Raises
    `ValueError`, before anything is run, when steps need each other in a
    circle or need what has no entry.
    """
    # TODO: check the graph, then start each step when its own needs are done.
    raise NotImplementedError
