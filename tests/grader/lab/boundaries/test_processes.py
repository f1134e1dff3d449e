"""Child processes are real: the clock walks beside them, and stands still for a pool's jobs."""

import asyncio
import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing.pool import ThreadPool

import pytest

from grader.lab import run

ECHO = [sys.executable, "-c", "print(input())"]
FAIL = [sys.executable, "-c", "raise SystemExit(3)"]
HOUR = 3600


def square(number):
    return number * number


def send(number, queue):
    queue.put(number)


@pytest.mark.row("asyncio.create_subprocess_exec")
def test_a_subprocess_loses_no_race_against_a_timeout_that_is_far_off():
    async def main():
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(*ECHO, stdin=pipe, stdout=pipe)
        out, _ = await asyncio.wait_for(process.communicate(b"hello\n"), HOUR)
        return out, process.returncode

    outcome = run(main)
    assert outcome.result() == (b"hello\n", 0)
    assert 0 < outcome.makespan < HOUR


@pytest.mark.row("asyncio.create_subprocess_shell")
def test_a_subprocess_without_pipes_is_waited_for_too():
    async def main():
        process = await asyncio.create_subprocess_shell("exit 3")
        return await asyncio.wait_for(process.wait(), HOUR)

    assert run(main).result() == 3


@pytest.mark.row("asyncio.create_subprocess_shell")
def test_many_subprocesses_run_side_by_side():
    async def one():
        process = await asyncio.create_subprocess_exec(*FAIL)
        return await asyncio.wait_for(process.wait(), HOUR)

    async def main():
        return await asyncio.gather(*(one() for _ in range(5)))

    assert run(main).result() == [3] * 5


@pytest.mark.row("child watchers")
def test_a_subprocess_with_nothing_else_to_do_is_no_deadlock_and_leaves_nothing_behind():
    async def main():
        process = await asyncio.create_subprocess_exec(*FAIL)
        code = await process.wait()
        await asyncio.sleep(1e6)  # the clock jumps again
        return code

    outcome = run(main)
    assert outcome.result() == 3
    assert 1e6 <= outcome.makespan < 1e6 + HOUR


@pytest.mark.row("subprocess.Popen")
def test_asking_a_process_again_and_again_takes_its_time():
    async def main():
        process = subprocess.Popen(FAIL)
        for _ in range(100):  # virtual hours, if the clock jumped
            if process.poll() is not None:
                return process.returncode
            await asyncio.sleep(0.1)
        return "never ended"

    assert run(main).result() == 3


@pytest.mark.row("subprocess.run")
def test_a_process_in_a_thread_loses_no_race():
    async def main():
        call = asyncio.to_thread(subprocess.run, ECHO, input=b"hello", capture_output=True)
        return (await asyncio.wait_for(call, HOUR)).stdout

    assert run(main).result() == b"hello\n"


@pytest.mark.row("subprocess.run")
def test_a_processs_own_timeout_is_met():
    async def main():
        stuck = [sys.executable, "-c", "import signal; signal.pause()"]
        with pytest.raises(subprocess.TimeoutExpired):
            await asyncio.to_thread(subprocess.run, stuck, timeout=0.01)

    run(main).result()


@pytest.mark.row("subprocess.run")
def test_a_process_on_the_loops_own_thread_blocks_the_loop():
    async def main():
        return subprocess.run(ECHO, input=b"hello", capture_output=True).stdout

    outcome = run(main)
    assert outcome.result() == b"hello\n"
    assert sum(block.seconds for block in outcome.blocked) == pytest.approx(outcome.makespan)
    assert outcome.makespan > 0


@pytest.mark.row("ProcessPoolExecutor")
def test_time_stands_still_for_the_jobs_of_a_process_pool():
    async def main():
        loop = asyncio.get_running_loop()
        with ProcessPoolExecutor(2) as pool:
            jobs = [loop.run_in_executor(pool, square, number) for number in range(5)]
            return await asyncio.wait_for(asyncio.gather(*jobs), 0.001)

    outcome = run(main)
    assert outcome.result() == [0, 1, 4, 9, 16]
    assert outcome.makespan == 0


@pytest.mark.row("ProcessPoolExecutor")
@pytest.mark.parametrize("is_in_thread", [True, False])
def test_a_process_pool_may_be_used_without_asyncio(is_in_thread):
    def work():
        with ProcessPoolExecutor(2) as pool:
            futures = [pool.submit(square, number) for number in range(3)]
            done = {future.result() for future in as_completed(futures, timeout=1)}
            return done, pool.submit(square, 3).result(), list(pool.map(square, [4]))

    async def main():
        return await asyncio.to_thread(work) if is_in_thread else work()

    outcome = run(main)
    assert outcome.result() == ({0, 1, 4}, 9, [16])
    assert outcome.makespan == 0


@pytest.mark.row("ProcessPoolExecutor")
def test_an_idle_process_pool_holds_nothing_up():
    async def main():
        with ProcessPoolExecutor(1) as pool:
            await asyncio.get_running_loop().run_in_executor(pool, square, 3)
            await asyncio.sleep(1e6)

    assert run(main).makespan == 1e6


@pytest.mark.row("multiprocessing.Pool")
def test_a_pool_of_multiprocessing_loses_no_race():
    def work():
        with multiprocessing.Pool(2) as pool:
            return pool.map(square, range(4))

    async def main():
        return await asyncio.wait_for(asyncio.to_thread(work), HOUR)

    assert run(main).result() == [0, 1, 4, 9]


@pytest.mark.row("multiprocessing.pool.ThreadPool")
def test_a_thread_pool_of_multiprocessing_loses_no_race():
    def work():
        with ThreadPool(2) as pool:
            return pool.map(square, range(4))

    async def main():
        return await asyncio.wait_for(asyncio.to_thread(work), HOUR)

    assert run(main).result() == [0, 1, 4, 9]


@pytest.mark.row("multiprocessing.Process")
def test_a_process_of_multiprocessing_may_be_joined_and_polled():
    async def main():
        one, other = (multiprocessing.Process(target=os._exit, args=(3,)) for _ in range(2))
        one.start()
        other.start()
        await asyncio.wait_for(asyncio.to_thread(one.join), HOUR)
        while other.is_alive():
            await asyncio.sleep(0.1)
        return one.exitcode, other.exitcode

    outcome = run(main)
    assert outcome.result() == (3, 3)
    assert outcome.makespan < HOUR


@pytest.mark.row("multiprocessing.Queue")
def test_a_queue_of_multiprocessing_is_waited_for_in_a_thread():
    async def main():
        queue = multiprocessing.Queue()
        process = multiprocessing.Process(target=send, args=(7, queue))
        process.start()
        got = await asyncio.wait_for(asyncio.to_thread(queue.get), HOUR)
        await asyncio.to_thread(process.join)
        return got

    assert run(main).result() == 7


@pytest.mark.row("os.fork")
def test_a_forked_child_is_waited_for():
    async def main():
        child = os.fork()
        if child == 0:
            os._exit(3)
        while (ended := os.waitpid(child, os.WNOHANG)) == (0, 0):
            await asyncio.sleep(60)  # virtual weeks, if the clock jumped
            await asyncio.sleep(0)
        return os.waitstatus_to_exitcode(ended[1])

    outcome = run(main)
    assert outcome.result() == 3
    assert outcome.makespan < HOUR


@pytest.mark.row("os.fork")
def test_a_forked_child_lives_in_real_time():
    async def main():
        receiver, sender = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.Process(target=_tell_time, args=(sender,))
        process.start()
        told = await asyncio.to_thread(receiver.recv)
        await asyncio.to_thread(process.join)
        return told

    assert run(main).result() == "real"


def _tell_time(sender):
    import time

    began = time.monotonic()
    while time.monotonic() == began:  # for ever, on a virtual clock
        pass
    sender.send("real")
