"""Less known doors to time and threads lead into the same virtual world."""

import _thread
import asyncio
import threading
import time

import pytest

from grader.lab import run
from grader.lab.crew import threads


def test_the_date_as_text_follows_the_clock():
    async def main():
        before = time.ctime(), time.asctime()
        await asyncio.sleep(86_400)
        return before, (time.ctime(), time.asctime())

    (ctime, asctime), after = run(main).result()
    assert ctime.endswith("2030") and asctime.endswith("2030")
    assert after != (ctime, asctime)
    assert time.ctime(0) == time.asctime(time.localtime(0))


def test_a_low_level_thread_lives_in_virtual_time():
    async def main():
        loop = asyncio.get_running_loop()
        done = loop.create_future()

        def work(value):
            time.sleep(5)
            loop.call_soon_threadsafe(done.set_result, value)

        _thread.start_new_thread(work, ("late",))
        return await done

    outcome = run(main)
    assert (outcome.result(), outcome.makespan) == ("late", 5)


@pytest.mark.parametrize("arguments", [(False, 1), (True, -2)])
def test_a_lock_refuses_what_the_real_one_refuses(arguments):
    async def main():
        lock = threading.Lock()
        lock.acquire()
        lock.acquire(*arguments)

    with pytest.raises(ValueError, match="timeout"):
        run(main).result()


def test_a_thread_is_seen_to_its_last_breath_before_the_loop_goes_on(monkeypatch):
    # Else `is_alive` would tell how busy the machine is. That race cannot be forced, so this looks
    # at the call that ends it.
    seen = []
    real_join = threads.real_join

    def join(thread, timeout=None):
        real_join(thread, timeout)
        seen.append(thread)

    monkeypatch.setattr(threads, "real_join", join)

    async def main():
        thread = threading.Thread(target=time.sleep, args=(1,))
        thread.start()
        await asyncio.sleep(2)
        return thread in seen, thread.is_alive()

    assert run(main).result() == (True, False)
