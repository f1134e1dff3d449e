"""The article's first program: three images over mocked HTTP, side by side and in a row."""

import asyncio
import time

import aiohttp

from grader.lab import run
from grader.lab.http import Http

IMAGES = "abc"


def downloads(in_what_way):
    """Run `in_what_way(download)` and return its makespan and its diary."""

    async def main():
        lines = []
        began = time.monotonic()

        def write(line):
            lines.append((time.monotonic() - began, line))

        async def download(session, url, image):
            write(f"sent {image}")
            async with session.get(url) as response:
                write(f"response {image}")
                body = await response.read()
            write(f"writing {body.decode()}")

        with Http() as http:
            urls = {
                image: http.serve(
                    f"https://img.example/{image}.png", latency=1, body=image.encode()
                )
                for image in IMAGES
            }
            async with aiohttp.ClientSession() as session:
                await in_what_way(lambda image: download(session, urls[image], image))
        return lines

    outcome = run(main)
    return outcome.makespan, outcome.result()


def test_three_downloads_side_by_side_take_as_long_as_one():
    async def side_by_side(download):
        await asyncio.gather(*map(download, IMAGES))

    makespan, lines = downloads(side_by_side)

    assert makespan == 1
    assert lines[:3] == [(0, f"sent {image}") for image in IMAGES]
    assert sorted(lines[3:]) == sorted(
        (1, f"{what} {image}") for image in IMAGES for what in ("response", "writing")
    )
    for image in IMAGES:
        assert lines.index((1, f"response {image}")) < lines.index((1, f"writing {image}"))


def test_three_downloads_in_a_row_take_the_sum():
    async def in_a_row(download):
        for image in IMAGES:
            await download(image)

    makespan, lines = downloads(in_a_row)

    assert makespan == 3
    assert lines == [
        (0, "sent a"),
        *((1, line) for line in ("response a", "writing a", "sent b")),
        *((2, line) for line in ("response b", "writing b", "sent c")),
        *((3, line) for line in ("response c", "writing c")),
    ]
