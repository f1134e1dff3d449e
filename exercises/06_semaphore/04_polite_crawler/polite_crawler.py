"""Ask many hosts at once, with a limit for each of them and one for all."""

from collections.abc import Callable, Sequence

import aiohttp


async def crawl(
    make_session: Callable[..., aiohttp.ClientSession],
    urls: Sequence[str],
    per_host: int,
    total: int,
) -> dict[str, int]:
    """Return the status of every url, 0 where the connection failed.

    At most `per_host` requests are under way to one host, and at most `total`
    altogether; both are at least 1. All go through one session of
    `make_session(**kwargs)`, which is closed at the end.
    """
    # TODO: ask for all urls, within both limits.
    raise NotImplementedError
