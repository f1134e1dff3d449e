import asyncio

machines = asyncio.Semaphore(2)


async def wash(what: str, seconds: float) -> None:
    async with machines:
        await asyncio.sleep(seconds)
        print(f"{what}: clean")


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(wash("sheets", 2))
        group.create_task(wash("socks", 0.5))
        group.create_task(wash("shirts", 1))
        group.create_task(wash("towels", 1.25))
    print("all is clean")


if __name__ == "__main__":
    asyncio.run(main())
