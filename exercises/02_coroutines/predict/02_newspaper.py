import asyncio


async def deliver(what: str) -> None:
    print(f"{what} is on its way")
    await asyncio.sleep(1.5)
    print(f"{what} is at the door")


async def main() -> None:
    task = asyncio.create_task(deliver("newspaper"))
    print("ordered")
    await asyncio.sleep(0.5)
    print("coffee is ready")
    await task
    print("reading")


if __name__ == "__main__":
    asyncio.run(main())
