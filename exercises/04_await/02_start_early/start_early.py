"""Start early: two loads at the same time, then a page made of both."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

U = TypeVar("U")
A = TypeVar("A")


async def page(
    load_user: Callable[[], Awaitable[U]],
    load_ads: Callable[[], Awaitable[A]],
    render: Callable[[U, A], Awaitable[str]],
) -> str:
    """Return the text that `render` makes of the user and the ads.

    Both loads start at once and run at the same time; `render` starts when
    both are done. Raises what a load or `render` raises.
    """
    # TODO: start both loads, wait for both, render the page.
    raise NotImplementedError
