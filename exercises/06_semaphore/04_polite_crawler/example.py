"""A slow host, a quick one: watch how many requests are under way to each."""

import asyncio

from polite_crawler import crawl

# A made-up internet; no request leaves this machine.
from grader.lab.http import Http


async def watch(http: Http) -> None:
    for _ in range(6):
        await asyncio.sleep(0.5)
        sent = [each for each in http.exchanges if each.sent]
        under_way = [each.host for each in sent if not each.ended]
        slow = under_way.count("slow.example")
        print("slow:", slow, "quick:", len(under_way) - slow)
        await asyncio.sleep(0.5)


async def main() -> None:
    with Http() as http:
        pages = ["0", "1", "2", "3"]
        urls = http.serve_each("https://slow.example/{}", pages, latency=3)
        urls += http.serve_each("https://quick.example/{}", pages, latency=1)
        watching = asyncio.create_task(watch(http))
        statuses = await crawl(http.session, urls, per_host=2, total=4)
        print("statuses:", *statuses.values())
        await watching


if __name__ == "__main__":
    asyncio.run(main())
