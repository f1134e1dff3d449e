import asyncio


async def climb(name: str, steps: int) -> None:
    for step in range(1, steps + 1):
        print(f"{name} on step {step}")
        await asyncio.sleep(0)
    print(f"{name} is at the top")


async def main() -> None:
    await asyncio.gather(climb("Ada", 3), climb("Bob", 1))
    print("both look around")


if __name__ == "__main__":
    asyncio.run(main())
