"""One permit, two jobs in turn: watch that a failed one gives it back."""

import asyncio

from give_it_back import guarded


async def job() -> None:
    print("job begins")
    await asyncio.sleep(2)
    print("job ends")


async def broken() -> None:
    print("broken job begins")
    await asyncio.sleep(1)
    raise ValueError("paper jam")


async def main() -> None:
    permits = asyncio.Semaphore(1)
    await asyncio.gather(guarded(permits, job), guarded(permits, job))
    try:
        await guarded(permits, broken)
    except Exception as error:
        print("failed:", repr(error))
    print("locked:", permits.locked())


if __name__ == "__main__":
    asyncio.run(main())
