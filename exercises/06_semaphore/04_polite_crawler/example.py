"""A slow host and a quick one: watch how many requests are under way to each."""

import asyncio

from polite_crawler import crawl

from grader.lab.http import Http  # a made-up internet; no request leaves this machine


async def watch(http: Http) -> None:
    for _ in range(6):
        await asyncio.sleep(0.5)
        under_way = [each.host for each in http.exchanges if each.sent and not each.ended]
        print("slow:", under_way.count("slow.example"), "quick:", under_way.count("quick.example"))
        await asyncio.sleep(0.5)


async def main() -> None:
    with Http() as http:
        urls = http.serve_each("https://slow.example/{}", ["0", "1", "2", "3"], latency=3)
        urls += http.serve_each("https://quick.example/{}", ["0", "1", "2", "3"], latency=1)
        watching = asyncio.create_task(watch(http))
        statuses = await crawl(http.session, urls, per_host=2, total=4)
        print("statuses:", *statuses.values())
        await watching


if __name__ == "__main__":
    asyncio.run(main())
