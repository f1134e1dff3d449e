"""The note about a known mistake is true, or there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.catalog import Course
from grader.runner import Runner

COURSE = Course(Path(__file__).parents[1])

GREET = "import asyncio\nasync def greet(name, seconds):\n"
SUM = "async def print_sum(compute, x, y, say):\n"
CHECKSUM = "import asyncio, zlib\nasync def checksum(read_blocking, path):\n"
FETCH = "import asyncio\nasync def fetch_all(fetch, keys):\n"
LIMITED = "import asyncio\nasync def fetch_limited(fetch, keys, limit):\n"
PLACES = " sem = asyncio.Semaphore(limit)\n"
ONE = " async def one(k):\n  async with sem:\n   return await fetch(k)\n"
COUNT = "import asyncio\nasync def countdown(n, period):\n for i in range(n, 0, -1):\n"
SAVE = "import asyncio\nasync def save_and_notify(save, notify, record):\n"
OPEN = (
    "import asyncio\nfrom contextlib import asynccontextmanager\n"
    "@asynccontextmanager\nasync def opened(connect, name):\n c = await connect(name)\n try:\n"
)

TICKER = (
    "import asyncio\nasync def ticker(period, count, tick):\n loop = asyncio.get_running_loop()\n"
)

# What may be said of a program; nothing at all may be said of every one.
PROGRAMS = [
    ("first_await", GREET[15:] + " await asyncio.sleep(seconds)\n return f'hello, {name}'\n",
     {"forgets_the_import"}),
    ("first_await", GREET + " await time.sleep(seconds)\n return f'hello, {name}'\n",
     {"forgets_the_import"}),
    ("first_await", GREET + " pass\n", set()),
    ("first_await", "import sys\n" + GREET + " sys.exit()\n", set()),
    ("first_await", GREET + " input()\n", set()),
    ("first_await", GREET + " await asyncio.sleep(seconds)\n return f'Hello, {name}!'\n",
     {"own_words"}),
    ("first_await", GREET + " await asyncio.sleep(seconds)\n return f'hello {name}'\n",
     {"own_words"}),
    ("first_await", GREET + " await asyncio.sleep(seconds)\n return 'hello, <name>'\n", set()),
    ("first_await", GREET + " await asyncio.sleep(seconds / 1000)\n return f'hello, {name}'\n",
     {"milliseconds"}),
    ("first_await", "import asyncio\ndef greet(n, s):\n asyncio.run(asyncio.sleep(s))\n return n\n",
     {"forgets_async"}),
    ("off_the_loop", CHECKSUM + " return zlib.crc32(await read_blocking(path))\n",
     {"awaits_the_plain_function"}),
    ("off_the_loop", CHECKSUM
     + " return zlib.adler32(await asyncio.to_thread(read_blocking, path))\n",
     {"another_checksum"}),
    ("off_the_loop", CHECKSUM
     + " return hex(zlib.crc32(await asyncio.to_thread(read_blocking, path)))\n",
     {"returns_hex_text"}),
    ("off_the_loop", CHECKSUM
     + " async with asyncio.TaskGroup() as tg:\n"
     + "  t = tg.create_task(asyncio.to_thread(read_blocking, path))\n"
     + " return zlib.crc32(t.result())\n", set()),
    ("print_sum", SUM + " say(f'Start compute {x} + {y}...')\n r = await compute(x, y)\n"
     + " say(f'{x} + {y} = {r}')\n return r\n", {"start_line_in_own_words"}),
    ("print_sum", SUM + " say(f'Start compute {x} + {y} ...')\n r = await compute(y, x)\n"
     + " say(f'{x} + {y} = {r}')\n return r\n", {"swaps_the_numbers"}),
    ("gather_in_order", FETCH + " u = list(dict.fromkeys(keys))\n"
     + " return dict(zip(u, await asyncio.gather(*[fetch(k) for k in u])))\n",
     {"returns_a_dict"}),
    ("limit_three", LIMITED + PLACES
     + " async with sem:\n  return await asyncio.gather(*[fetch(k) for k in keys])\n",
     {"around_the_gather"}),
    ("limit_three", LIMITED + PLACES + " async def one(k):\n  try:\n   async with sem:\n"
     + "    return await fetch(k)\n  finally:\n   sem.release()\n"
     + " return await asyncio.gather(*map(one, keys))\n", {"released_twice"}),
    ("limit_three", LIMITED + PLACES + ONE
     + " return dict(zip(keys, await asyncio.gather(*map(one, keys))))\n", {"returns_a_dict"}),
    ("countdown", COUNT + "  await asyncio.sleep(period)\n  print(i)\n",
     {"prints_instead_of_yielding"}),
    ("countdown", COUNT + "  await asyncio.sleep(1)\n  yield i\n", {"always_a_second"}),
    ("nothing_forgotten", SAVE + " try:\n  i = await save(record)\n  await notify(i)\n"
     + " except Exception as e:\n  raise ValueError('no') from e\n return i\n",
     {"raises_another_error"}),
    ("opened", OPEN + "  yield c\n except Exception as e:\n  raise RuntimeError('no') from e\n"
     + " finally:\n  await c.close()\n", {"wraps_the_error"}),
    ("steady_ticker", TICKER + " t0 = loop.time()\n for i in range(count):\n"
     + "  wait = t0 + i * period - loop.time()\n  if wait > 0:\n   await asyncio.sleep(wait)\n"
     + "  await tick(i)\n", {"catches_up_in_a_burst", "starts_at_once_while_behind"}),
    ("steady_ticker", TICKER + " due = loop.time()\n for i in range(count):\n"
     + "  now = loop.time()\n  if now < due:\n   await asyncio.sleep(due - now)\n"
     + "  await tick(i)\n  due += period\n", {"catches_up_beat_by_beat"}),
    # These must be named: they are the mistakes of the course in other words.
    ("first_await", GREET + "    asyncio.sleep(seconds)\n    return 'hello, %s' % name\n",
     {"forgets_await"}),
    ("off_the_loop", CHECKSUM + " content = read_blocking(path)\n return zlib.crc32(content)\n",
     {"called_on_the_loop"}),
]  # fmt: skip


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    katas = [COURSE.find(kata) for kata in dict.fromkeys(kata for kata, *_ in PROGRAMS)]
    with Runner(COURSE, katas) as started:
        yield started


@pytest.mark.parametrize(("kata", "program", "allowed"), PROGRAMS)
def test_a_note_is_true_or_there_is_none(
    kata: str, program: str, allowed: set[str], runner: Runner, tmp_path: Path
) -> None:
    file = tmp_path / "answer.py"
    file.write_text(program)
    verdict = runner.judge(COURSE.find(kata), file)
    assert not verdict.solved or "TaskGroup" in program
    assert verdict.mistake in {None, *allowed}
