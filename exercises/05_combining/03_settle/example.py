"""Two backups, one of them fails: watch that the other goes on to its end."""

import asyncio

from settle import settle


async def photos() -> int:
    print("photos: saving")
    await asyncio.sleep(3)
    print("photos: saved")
    return 17


async def music() -> int:
    print("music: saving")
    await asyncio.sleep(1)
    print("music: failing")
    raise OSError("disk full")


async def main() -> None:
    for pair in await settle([photos(), music()]):
        print(pair)


if __name__ == "__main__":
    asyncio.run(main())
