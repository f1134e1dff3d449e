import asyncio


async def measure() -> None:
    for number in (1, 2, 3):
        print(f"reading {number} begins")
        await asyncio.sleep(0.5)  # the sensor needs that long
        await asyncio.sleep(1)
    print("the station is off")


async def ring() -> None:
    await asyncio.sleep(2.25)
    print("the bell rings")


async def main() -> None:
    await asyncio.gather(measure(), ring())


if __name__ == "__main__":
    asyncio.run(main())
