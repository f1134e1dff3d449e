import asyncio
import time


async def make_tea() -> None:
    print("tea: water on")
    time.sleep(1.5)
    print("tea: ready")


async def make_toast() -> None:
    print("toast: bread in")
    await asyncio.sleep(1.25)
    print("toast: ready")


async def main() -> None:
    await asyncio.gather(make_tea(), make_toast())
    print("breakfast is ready")


if __name__ == "__main__":
    asyncio.run(main())
