"""A blocking read in another thread, while the loop goes on turning.

An error may come out alone or as the only one of a group, as a `TaskGroup` wraps it.
"""

import asyncio
import itertools
import time
import zlib

from grader.suite import catches, scenario

FREE = {
    "comes_to_an_end": "spins_until_it_is_there",
    "everything_awaited": "coroutine_function_in_the_thread to_thread_not_awaited",
    "loop_never_blocked": (
        "asks_the_pool_for_the_result awaits_the_plain_function called_on_the_loop"
        " calls_it_yourself joins_the_thread sleeps_first wrapped_in_async_def"
    ),
    "nothing_left_running": "future_not_awaited",
    "one_loop": "result_set_in_the_thread",
}

PERIOD = 0.25

# No latency is a multiple of 0.3, so that whoever looks every 0.3 s is late.
LATENCIES = (1.25, 1.75, 2.0, 2.5)


def plan(draw):
    """Return one path, its content and how long reading it takes."""
    path, *words = draw.names(4)
    return path, " ".join(words).encode(), draw.pick(LATENCIES)


def plan_two(draw):
    """Return two paths with the seconds that reading each takes, the longer one first."""
    waits = sorted(draw.shuffled(LATENCIES)[:2], reverse=True)
    return dict(zip(draw.names(2), waits, strict=True))


def plan_alike(draw):
    """Return three paths with a content each."""
    return {name: f"content of {name}".encode() for name in draw.names(3)}


def disk(spy, contents, waits):
    """Return a watched `read_blocking`; a content that is an exception is raised."""

    def read_blocking(path):
        time.sleep(waits[path])
        if isinstance(contents[path], Exception):
            raise contents[path]
        return contents[path]

    return spy(read_blocking, name="read_blocking")


@scenario
async def one_file(kata, draw, spy, beside):
    path, content, wait = plan(draw)
    async with beside(PERIOD):
        return await kata.checksum(disk(spy, {path: content}, {path: wait}), path)


@scenario(schedules=3)
async def two_files(kata, draw, spy):
    waits = plan_two(draw)
    read = disk(spy, dict.fromkeys(waits, b"content"), waits)
    both = [kata.checksum(read, path) for path in waits]
    return await asyncio.gather(*both, return_exceptions=True)


@scenario
async def same_length(kata, draw, spy):
    contents = plan_alike(draw)
    read = disk(spy, contents, dict.fromkeys(contents, 1))
    calls = [kata.checksum(read, path) for path in contents]
    return await asyncio.gather(*calls, return_exceptions=True)


@scenario
async def read_again(kata, draw, spy):
    path, content, _ = plan(draw)
    versions = itertools.count(1)

    def read_blocking(path):
        time.sleep(1)
        return content * next(versions)

    watched = spy(read_blocking, name="read_blocking")
    return [await kata.checksum(watched, path), await kata.checksum(watched, path)]


@scenario
async def broken_disk(kata, draw, spy, attempt, failure):
    path, _, wait = plan(draw)
    read = disk(spy, {path: failure("cannot read", OSError)}, {path: wait})
    return await attempt(kata.checksum(read, path))


def unwrapped(error):
    """Return the error inside a group that holds nothing else, or the error itself."""
    while error is not None and len(error.inner) == 1:
        error = error.inner[0]
    return error


def took_turns(reads):
    """Tell whether no read began before the one before it was over."""
    spans = sorted((read.started, read.ended) for read in reads if read.ended is not None)
    return len(spans) > 1 and all(
        earlier[1] <= later[0] for earlier, later in itertools.pairwise(spans)
    )


@catches(
    "argument_left_out awaits_the_plain_function calls_it_yourself"
    " coroutine_function_in_the_thread future_not_awaited nothing_returned returns_hex_text"
    " spins_until_it_is_there to_thread_not_awaited"
)
def test_a_number_comes_back(one_file):
    """What comes back is a number."""
    got = one_file.value
    is_number = isinstance(got, int) and not isinstance(got, bool)
    got = f"the text {got!r}" if isinstance(got, str) else got
    assert is_number, one_file.explain("a number", got=got)


@catches(
    "adds_up_the_path another_checksum argument_left_out awaits_the_plain_function"
    " calls_it_yourself coroutine_function_in_the_thread future_not_awaited nothing_returned"
    " returns_hex_text spins_until_it_is_there to_thread_not_awaited"
)
def test_the_checksum_is_right(one_file):
    """The CRC-32 of the content comes back."""
    _, content, _ = plan(one_file.draw)
    expected = zlib.crc32(content)
    assert one_file.value == expected, one_file.explain(
        f"{expected}", f"zlib.crc32({content!r})", got=one_file.value
    )


@catches(
    "argument_left_out awaits_the_plain_function called_on_the_loop calls_it_yourself"
    " coroutine_function_in_the_thread future_not_awaited sleeps_first spins_until_it_is_there"
    " to_thread_not_awaited wrapped_in_async_def"
)
def test_another_thread_reads(one_file):
    """`read_blocking` is called by another thread than the loop's."""
    threads = {call.thread for call in one_file.calls("read_blocking")}
    assert threads == {"worker"}, one_file.explain(
        "called in another thread",
        got="called in the loop's own thread" if threads else "not called",
        because="the loop has one thread, and a blocking call keeps it busy" if threads else "",
    )


@catches(
    "argument_left_out asks_the_pool_for_the_result awaits_the_plain_function called_on_the_loop"
    " calls_it_yourself coroutine_function_in_the_thread future_not_awaited joins_the_thread"
    " sleeps_first spins_until_it_is_there to_thread_not_awaited wrapped_in_async_def"
)
def test_the_loop_goes_on_turning(one_file):
    """A ticker beside it stays on time while the file is being read."""
    _, _, wait = plan(one_file.draw)
    # The last tick and the end of the read fall on the same instant: either may be first.
    expected = [PERIOD * count for count in range(1, int(wait / PERIOD))]
    on_time = [tick for tick in one_file.ticks if tick < wait]
    assert on_time == expected, one_file.explain(
        expected,
        f"a tick every {PERIOD} s for {wait:g} s",
        got=on_time,
        because="the ticker could not run: something kept the loop's thread busy"
        if one_file.blocked
        else "",
    )


@catches(
    "argument_left_out awaits_the_plain_function calls_it_yourself"
    " coroutine_function_in_the_thread future_not_awaited looks_now_and_then"
    " looks_whether_the_thread_lives reads_twice spins_until_it_is_there to_thread_not_awaited"
)
def test_it_takes_as_long_as_the_read(one_file):
    """The checksum is there as soon as the file has been read."""
    _, _, wait = plan(one_file.draw)
    late, early = f"the content was there at t={wait:g}", "the file had not been read yet"
    one_file.takes(wait, "one read", late=late, early=early)


@catches(
    "argument_left_out awaits_the_plain_function calls_it_yourself"
    " coroutine_function_in_the_thread future_not_awaited reads_twice spins_until_it_is_there"
    " to_thread_not_awaited"
)
def test_the_file_is_read_once(one_file):
    """The file is read once."""
    reads = len(one_file.calls("read_blocking"))
    assert reads == 1, one_file.explain("1 read", got=f"{reads} reads")


@catches(
    "argument_left_out asks_the_pool_for_the_result awaits_the_plain_function called_on_the_loop"
    " calls_it_yourself coroutine_function_in_the_thread future_not_awaited joins_the_thread"
    " lock_around_the_read looks_now_and_then one_thread_for_everybody reads_twice sleeps_first"
    " spins_until_it_is_there to_thread_not_awaited wrapped_in_async_def"
)
def test_two_files_are_read_at_the_same_time(two_files):
    """Two checksums at the same time take as long as the slower one."""
    waits = plan_two(two_files.draw)
    slower, quicker = waits.values()
    reads = two_files.calls("read_blocking")
    late = "one read had to wait for the other" if took_turns(reads) else ""
    if all(read.ended is not None and read.ended <= slower for read in reads):
        late = f"both files had been read at t={slower:g}"
    early = "a file had not been read yet"
    two_files.takes(slower, f"max({slower:g}, {quicker:g})", late=late, early=early)


@catches(
    "adds_up_the_path argument_left_out awaits_the_plain_function calls_it_yourself"
    " coroutine_function_in_the_thread future_not_awaited nothing_returned remembers_old_reads"
    " spins_until_it_is_there to_thread_not_awaited"
)
def test_a_second_call_reads_again(read_again):
    """A later call reads again: the file may have changed."""
    _, content, _ = plan(read_again.draw)
    first, second = read_again.value
    assert first != second, read_again.explain(
        f"{zlib.crc32(content * 2)}, for the new content",
        got=f"{second}, as before",
        because="the file was not read again" if len(read_again.calls("read_blocking")) < 2 else "",
    )


@catches(
    "argument_left_out coroutine_function_in_the_thread future_not_awaited hides_errors"
    " joins_the_thread looks_whether_the_thread_lives spins_until_it_is_there to_thread_not_awaited"
)
def test_an_error_comes_out(broken_disk):
    """When `read_blocking` raises, its error comes out."""
    ended = broken_disk.value
    error = unwrapped(ended.error)
    assert error and error.mark == "cannot read", broken_disk.explain(
        "the error that read_blocking raised",
        got=ended.error or ended.value,
        because="" if ended.error else "the caller has to learn that the file could not be read",
    )


@catches(
    "adds_up_the_path another_checksum argument_left_out awaits_the_plain_function"
    " calls_it_yourself coroutine_function_in_the_thread future_not_awaited lock_around_the_read"
    " nothing_returned one_box_for_all returns_hex_text spins_until_it_is_there"
    " to_thread_not_awaited"
)
def test_each_call_answers_for_its_own_file(same_length):
    """Each of several calls at the same time answers for its own file."""
    expected = list(map(zlib.crc32, plan_alike(same_length.draw).values()))
    got = same_length.value
    shared = isinstance(got, list) and {*map(str, got)} < {*map(str, expected)}
    assert got == expected, same_length.explain(
        expected,
        got=got,
        because="two calls at the same time got in each other's way" if shared else "",
    )
