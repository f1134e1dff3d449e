"""Two calls: watch which of them says something before it is awaited."""

import asyncio

from nothing_runs_yet import inspect_call

begun: list[str] = []


async def brew() -> str:
    print("brew begins")
    begun.append("brew")
    await asyncio.sleep(2)
    return "tea"


def order() -> asyncio.Task[str]:
    print("order begins")
    begun.append("order")
    return asyncio.create_task(asyncio.sleep(1, "cake"))


async def main() -> None:
    print("brew: ", await inspect_call(brew, lambda: "brew" in begun))
    print("order:", await inspect_call(order, lambda: "order" in begun))


if __name__ == "__main__":
    asyncio.run(main())
