import asyncio


async def book(what: str, seconds: float) -> None:
    await asyncio.sleep(seconds)
    if what == "car":
        raise ConnectionError("no car left")
    print(f"{what} is booked")


async def main() -> None:
    bookings = [book("hotel", 2), book("car", 1), book("flight", 0.5)]
    try:
        await asyncio.gather(*bookings)
    except ConnectionError as error:
        print("sorry:", error)
    await asyncio.sleep(1.25)
    print("staying at home")


if __name__ == "__main__":
    asyncio.run(main())
