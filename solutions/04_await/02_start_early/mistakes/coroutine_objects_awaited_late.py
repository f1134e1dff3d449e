"""Both loads were called before the first wait, and neither had begun.

Calling a coroutine function makes a coroutine object and runs nothing. It begins only when it is
awaited, and the two are awaited one after the other, also when both waits stand in one line. The
event loop has to be told of a load before it can run beside another one.
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
    return await render(await user, await ads)
