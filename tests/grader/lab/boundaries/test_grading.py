"""What the table says of grading: the same as in the lab, fenced, or noted.

A submission that uses the API is judged. One whose API is the same is a right answer; a fenced one
reads which door was closed; a noted one fails a check that names its line.
"""

from pathlib import Path

import pytest

from grader.catalog import Course
from grader.runner import Runner

TOY = Path(__file__).parents[3] / "courses" / "toy"
IMPORTS = """
import _thread, asyncio, concurrent.futures, datetime, math, multiprocessing, os, queue, sched
import select, signal, socket, ssl, subprocess, threading, time, unittest
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool
from time import monotonic
"""


def same(api, body):
    """Return the case of a submission that is right, and uses `api` while it waits."""
    return pytest.param(body, id=api)


def fenced(api, body, door="a process"):
    """Return the case of a submission that is told that a door is closed."""
    return pytest.param(body, door, id=api)


def noted(api, body, told):
    """Return the case of a submission of which a check says so."""
    return pytest.param(body, told, id=api)


# While both numbers are fetched, which takes two virtual seconds, and takes no time itself.
SAME = [
    same("asyncio.sleep", "await asyncio.sleep(1); assert loop.time() - began == 1"),
    same("asyncio.sleep of less than 0, infinity or NaN", "await asyncio.sleep(-1)"),
    same(
        "asyncio.timeout, asyncio.wait_for",
        "await raises(TimeoutError, asyncio.wait_for(asyncio.Event().wait(), 1))",
    ),
    same("loop.time", "assert loop.time() < 2000"),
    same("loop.call_later, loop.call_at", "loop.call_at(began + 1, event.set); await event.wait()"),
    same("asyncio.to_thread, loop.run_in_executor", "await asyncio.to_thread(time.sleep, 1)"),
    same("loop.shutdown_default_executor", "await loop.shutdown_default_executor()"),
    same("loop.call_soon_threadsafe", "loop.call_soon_threadsafe(event.set); await event.wait()"),
    same(
        "asyncio.run_coroutine_threadsafe",
        "await asyncio.to_thread(asyncio.run_coroutine_threadsafe, asyncio.sleep(1), loop)",
    ),
    same("time.time", "assert time.time() // 86400 == 21915"),
    same("time.monotonic, time.perf_counter", "assert time.monotonic() == time.perf_counter()"),
    same("time.clock_gettime", "assert time.clock_gettime(time.CLOCK_MONOTONIC) == loop.time()"),
    same("time.localtime, time.strftime", "assert time.strftime('%Y') == '2030'"),
    same("time.sleep", "await asyncio.to_thread(time.sleep, 1); assert loop.time() - began == 1"),
    same("time.process_time, time.thread_time", "assert time.process_time() < 900"),
    same("from time import monotonic", "assert monotonic() == loop.time()"),
    same("sched.scheduler", "sched.scheduler(time.monotonic, time.sleep).run()"),
    same("datetime.now, datetime.today", "assert datetime.datetime.now().year in (2029, 2030)"),
    same("date.today", "assert datetime.date.today().year in (2029, 2030)"),
    same(
        "threading.Thread", "thread = threading.Thread(target=print); thread.start(); thread.join()"
    ),
    same(
        "threading.Timer",
        "threading.Timer(1, loop.call_soon_threadsafe, [event.set]).start(); await event.wait()",
    ),
    same("_thread.start_new_thread", "_thread.start_new_thread(print, ())"),
    same("Lock, RLock", "await waits(threading.Lock().acquire, timeout=1)"),
    same("Event, Condition", "await waits(threading.Event().wait, 1)"),
    same("Semaphore, Barrier", "await waits(threading.Semaphore(1).acquire, timeout=1)"),
    same(
        "queue.Queue, queue.SimpleQueue",
        "await raises(queue.Empty, asyncio.to_thread(queue.Queue().get, timeout=1))",
    ),
    same("ThreadPoolExecutor", "with ThreadPoolExecutor(1) as pool: pool.submit(print).result()"),
    same(
        "concurrent.futures.wait, as_completed",
        "await waits(concurrent.futures.wait, [concurrent.futures.Future()], 1)",
    ),
    same("locks made before the world", "await waits(AT_IMPORT.acquire)"),
    same("loop.add_reader", "loop.add_reader(LEFT, print); loop.remove_reader(LEFT)"),
    same("a blocking socket in a thread", "RIGHT.send(b'x'); await waits(LEFT.recv, 9)"),
    same("a blocking socket on the loop's thread", "RIGHT.send(b'x'); LEFT.recv(9)"),
    same("os.read", "RIGHT.send(b'x'); os.read(LEFT.fileno(), 9)"),
    same("multiprocessing.Pipe", "ends = multiprocessing.Pipe(); ends[0].send(1); ends[1].recv()"),
    same(
        "loop.add_signal_handler",
        "loop.add_signal_handler(10, event.set); os.kill(os.getpid(), 10)",
    ),
    same("signal.signal", "signal.signal(10, lambda *_: None); signal.raise_signal(10)"),
    same("asyncio.SelectorEventLoop made by hand", "asyncio.SelectorEventLoop().close()"),
    same("VirtualLoop made by hand", "from grader.lab import VirtualLoop; VirtualLoop().close()"),
    same("executor jobs without a world", "await asyncio.to_thread(time.sleep, 1)"),
    same("loop.set_debug, PYTHONASYNCIODEBUG", "loop.set_debug(True)"),
    same("multiprocessing.pool.ThreadPool", "await waits(ThreadPool(1).apply, abs, (1,))"),
    same("multiprocessing.Queue", "multiprocessing.Queue().put(1)"),
    same("signal.alarm, signal.setitimer", "signal.getitimer(signal.ITIMER_PROF)"),
    same("ssl", "ssl.create_default_context()"),
    same("Ctrl-C", "signal.getsignal(signal.SIGINT)"),
]

FENCED = [
    fenced("asyncio.create_subprocess_exec", "await asyncio.create_subprocess_exec('true')"),
    fenced("asyncio.create_subprocess_shell", "await asyncio.create_subprocess_shell('true')"),
    fenced("child watchers", "await (await asyncio.create_subprocess_exec('true')).wait()"),
    fenced("subprocess.Popen", "subprocess.Popen(['true'])"),
    fenced("subprocess.run", "subprocess.run(['true'])"),
    fenced("os.fork", "os.fork()"),
    fenced("ProcessPoolExecutor", "concurrent.futures.ProcessPoolExecutor(1).submit(print)"),
    fenced("multiprocessing.Process", "multiprocessing.Process(target=print).start()"),
    fenced("multiprocessing.Pool", "multiprocessing.Pool(1)"),
    fenced(
        "asyncio.open_connection, asyncio.start_server",
        "await asyncio.open_connection('127.0.0.1', 80)",
        "socket",
    ),
    fenced("loop.getaddrinfo", "await loop.getaddrinfo('example.org', 80)", "network"),
    fenced(
        "unittest.IsolatedAsyncioTestCase",
        "await waits(unittest.IsolatedAsyncioTestCase('run').debug)",
        "event loop",
    ),
    fenced("asyncio.run in a thread", "await asyncio.to_thread(asyncio.run, nap())", "event loop"),
]

NOTED = [
    noted("asyncio.run in a world", "asyncio.run(nap())", "loop"),
    noted("a thread that never comes back", "await waits(LEFT.recv, 9)", "real"),
    noted("asyncio.new_event_loop", "asyncio.new_event_loop().close()", "loop"),
]

BODY = """
AT_IMPORT = threading.Lock()
LEFT, RIGHT = socket.socketpair()

async def nap(): pass

async def raises(kind, awaitable):
    try:
        await awaitable
    except kind:
        return
    raise AssertionError(kind)

async def waits(function, *args, **options):
    await asyncio.to_thread(function, *args, **options)

async def use():
    loop = asyncio.get_running_loop()
    began, event = loop.time(), asyncio.Event()
    {body}

async def add(fetch, left, right):
    return sum((await asyncio.gather(fetch(left), fetch(right), use()))[:2])
"""


@pytest.fixture(scope="module")
def judge(tmp_path_factory):
    course = Course(TOY)
    kata = course.katas[0]
    path = tmp_path_factory.mktemp("submission") / kata.filename
    with Runner(course, [kata]) as runner:

        def judged(body):
            path.write_text(IMPORTS + BODY.format(body=body), encoding="utf-8")
            return runner.judge(kata, path)

        yield judged


def said(verdict):
    failed = [check for check in verdict.checks if check.status != "pass"]
    return "\n".join([verdict.message, *(f"{c.message} {c.because}" for c in failed)])


@pytest.mark.parametrize("body", SAME)
def test_the_same_as_in_the_lab(judge, body):
    verdict = judge(body)
    assert verdict.status == "pass", said(verdict)


@pytest.mark.parametrize(("body", "door"), FENCED)
def test_a_fenced_door_is_named(judge, body, door):
    verdict = judge(body)
    assert verdict.status != "pass"
    assert "out of reach" in said(verdict)
    assert door in said(verdict)


@pytest.mark.parametrize(("body", "told"), NOTED)
def test_a_check_notes_it(judge, body, told):
    verdict = judge(body)
    assert verdict.status == "fail"
    assert told in said(verdict)
