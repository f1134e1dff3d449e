"""Two orders, one late, ten times as fast as the README: watch the checks."""

import asyncio

from poll_job import wait_until

answers = iter([False, False, True, False, False, False])


async def check() -> bool:
    print("is it ready?")
    await asyncio.sleep(0.1)
    answer = next(answers, True)
    print("  yes" if answer else "  no")
    return answer


async def main() -> None:
    print("first order:", await wait_until(check, 1, 6))
    print("second order:", await wait_until(check, 1, 3))


if __name__ == "__main__":
    asyncio.run(main())
