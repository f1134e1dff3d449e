import asyncio
import time


def scan(page: str, seconds: float) -> None:
    time.sleep(seconds)
    print(f"{page}: scanned")


async def blink(seconds: float) -> None:
    for number in (1, 2, 3):
        await asyncio.sleep(seconds)
        print(f"light blinks, {number}")


async def main() -> None:
    light = asyncio.create_task(blink(0.7))
    await asyncio.to_thread(scan, "cover", 0.75)
    await asyncio.to_thread(scan, "index", 1.5)
    await light
    print("scanner off")


if __name__ == "__main__":
    asyncio.run(main())
