"""Two loads and a page: watch when each load begins and the page is there."""

import asyncio

from start_early import page


async def load(what: str, seconds: float) -> str:
    print(f"{what}: loading")
    await asyncio.sleep(seconds)
    print(f"{what}: loaded")
    return what


async def render(user: str, ads: str) -> str:
    print(f"drawing {user} and {ads}")
    await asyncio.sleep(0.5)
    return f"a page with {user} and {ads}"


async def main() -> None:
    print(await page(lambda: load("user", 2), lambda: load("ads", 1), render))


if __name__ == "__main__":
    asyncio.run(main())
