"""The ads are asked for only when the user is there.

An `await` means: stand here until this is over. The line below it, with the second load, has to
wait as well, so the two times add up. Nothing in the second load needs the first one; let it
begin earlier.
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
    user = await load_user()
    ads = await load_ads()
    return await render(user, ads)
