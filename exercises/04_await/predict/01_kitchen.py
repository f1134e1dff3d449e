import asyncio


async def cook(dish: str, seconds: float) -> None:
    print(f"{dish}: on the stove")
    await asyncio.sleep(seconds)
    print(f"{dish}: done")


async def main() -> None:
    soup = asyncio.create_task(cook("soup", 3))
    eggs = asyncio.create_task(cook("eggs", 1.25))
    await soup
    print("serving the soup")
    await eggs
    print("serving the eggs")


if __name__ == "__main__":
    asyncio.run(main())
