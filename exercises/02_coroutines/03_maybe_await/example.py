"""Two prices: watch which of them takes time."""

import asyncio

from maybe_await import resolve


async def fetch() -> int:
    print("the price is being fetched")
    await asyncio.sleep(2)
    return 30


async def main() -> None:
    known: int = await resolve(25)
    print("from the cache:", known)
    fetched: int = await resolve(fetch())
    print("from the shop:", fetched)


if __name__ == "__main__":
    asyncio.run(main())
