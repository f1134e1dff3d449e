"""Three keys, two equal: watch how often you fetch, and the final order."""

import asyncio

from gather_in_order import fetch_all


async def fetch(key: str) -> str:
    print(f"{key}: asked for")
    await asyncio.sleep({"tea": 3, "milk": 1}[key])
    print(f"{key}: there")
    return key.upper()


async def main() -> None:
    print(await fetch_all(fetch, ["tea", "milk", "tea"]))


if __name__ == "__main__":
    asyncio.run(main())
