"""`render` got two coroutine objects in place of the user and the ads.

Calling a coroutine function runs nothing; it gives back an object that can be awaited. Nobody did,
so nothing was loaded at all, and the page was drawn at 0 s.
"""

from collections.abc import Awaitable, Callable
from typing import TypeVar

U = TypeVar("U")
A = TypeVar("A")


async def page(
    load_user: Callable[[], Awaitable[U]],
    load_ads: Callable[[], Awaitable[A]],
    render: Callable[[U, A], Awaitable[str]],
) -> str:
    user = load_user()
    ads = load_ads()
    return await render(user, ads)
