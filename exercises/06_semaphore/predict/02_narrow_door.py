import asyncio


async def move(what: str, seconds: float) -> None:
    door = asyncio.Semaphore(1)
    print(f"{what}: picked up")
    async with door:
        await asyncio.sleep(seconds)
        print(f"{what}: through the door")


async def main() -> None:
    pieces = [move("sofa", 2), move("lamp", 0.25), move("desk", 1.5)]
    await asyncio.gather(*pieces)
    print("the room is empty")


if __name__ == "__main__":
    asyncio.run(main())
