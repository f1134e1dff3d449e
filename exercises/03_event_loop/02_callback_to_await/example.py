"""A card terminal calls back, later and at once: watch when you go on."""

import asyncio
from collections.abc import Callable

from callback_to_await import wait_callback

OnDone = Callable[[str], None]
OnError = Callable[[Exception], None]


def register(on_done: OnDone, on_error: OnError) -> None:
    print("card in the terminal")
    asyncio.get_running_loop().call_later(0.7071, on_done, "paid")


def register_cached(on_done: OnDone, on_error: OnError) -> None:
    print("card known to the terminal")
    on_done("paid already")


async def main() -> None:
    print("receipt:", await wait_callback(register))
    print("receipt:", await wait_callback(register_cached))


if __name__ == "__main__":
    asyncio.run(main())
