import asyncio


async def put_out(what: str, printer: asyncio.Semaphore) -> None:
    await printer.acquire()
    print(f"{what}: paper in")
    await asyncio.sleep(1.25)
    if what == "photo":
        raise OSError("out of ink")
    print(f"{what}: done")
    printer.release()


async def main() -> None:
    printer = asyncio.Semaphore(1)
    sheets = ("ticket", "photo", "letter")
    jobs = [put_out(what, printer) for what in sheets]
    await asyncio.gather(*jobs, return_exceptions=True)
    print("printer off")


if __name__ == "__main__":
    asyncio.run(main())
