"""Six keys and three places: watch that a free place is used at once."""

import asyncio

from limit_three import fetch_limited


async def fetch(key: str) -> str:
    print(f"{key} begins")
    await asyncio.sleep(3 if key == "a" else 1)
    print(f"{key} ends")
    return key.upper()


async def main() -> None:
    print(await fetch_limited(fetch, ["a", "b", "c", "d", "e", "f"], 3))


if __name__ == "__main__":
    asyncio.run(main())
