"""A nap of a second: watch when it ends."""

import asyncio

from nap import nap


async def main():
    print(await nap(1))


if __name__ == "__main__":
    asyncio.run(main())
