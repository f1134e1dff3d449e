"""Two guests wait at the same time: watch when each greeting comes."""

import asyncio

from first_await import greet


async def serve(name: str, seconds: float) -> None:
    print(f"{name} is at the door")
    print(await greet(name, seconds))


async def main() -> None:
    await asyncio.gather(serve("Ada", 1.5), serve("Bob", 2))
    print("both are inside")


if __name__ == "__main__":
    asyncio.run(main())
