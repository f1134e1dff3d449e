import asyncio


async def wash(what: str, seconds: float, machines: asyncio.Semaphore) -> None:
    async with machines:
        await asyncio.sleep(seconds)
        print(f"{what}: clean")


async def main() -> None:
    machines = asyncio.Semaphore(2)
    async with asyncio.TaskGroup() as group:
        group.create_task(wash("sheets", 2, machines))
        group.create_task(wash("socks", 0.5, machines))
        group.create_task(wash("shirts", 1, machines))
        group.create_task(wash("towels", 1.25, machines))
    print("all is clean")


if __name__ == "__main__":
    asyncio.run(main())
