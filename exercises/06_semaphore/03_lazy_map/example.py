"""Four pictures, two at a time: watch when they are taken and come out."""

import asyncio
from collections.abc import AsyncIterator

from lazy_map import map_limited


async def pictures(*names: str) -> AsyncIterator[str]:
    for name in names:
        print(f"picture {name} is taken")
        yield name


async def look(name: str) -> str:
    await asyncio.sleep(3 if name == "a" else 1)
    return name.upper()


async def main() -> None:
    async for face in map_limited(look, pictures("a", "b", "c", "d"), 2):
        print("result", face)


if __name__ == "__main__":
    asyncio.run(main())
