"""Submissions that attack, break or confuse whoever runs them, and what each must be told.

`BODIES` are bodies of `async def add(fetch, left, right)`; `FILES` are whole files.
"""

from __future__ import annotations

from typing import NamedTuple


class Hostile(NamedTuple):
    """A submission and a part of the sentence it must get."""

    source: bytes
    told: str


def _body(text: str) -> bytes:
    lines = "\n".join("    " + line for line in text.strip("\n").splitlines())
    return f"async def add(fetch, left, right):\n{lines}\n".encode()


_BODIES = {
    "calls_os_exit": ("import os\nos._exit(0)", "ended the process"),
    "calls_sys_exit": ("import sys\nsys.exit(0)", "sys.exit"),
    "kills_itself": ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "was killed"),
    "terminates_itself": ("import os\nos.kill(os.getpid(), 15)", "ended by signal 15"),
    "crashes_the_interpreter": ("import ctypes\nctypes.string_at(0)", "segmentation fault"),
    "recurses_for_ever": ("return await add(fetch, left, right)", "until Python gives up"),
    "floods_the_output": ("while True:\n    print('x' * 1000)", "printed more than"),
    "fills_memory_at_once": ("return bytearray(10**11)", "ran out of memory"),
    "never_yields": ("while True:\n    pass", "and never let another"),
    "never_yields_in_c": ("return len(str(10 ** (10**8)))", "never let another"),
    "spins": ("import asyncio\nwhile True:\n    await asyncio.sleep(0)", "add_slowly.py:4"),
    "waits_for_ever": ("import asyncio\nawait asyncio.Event().wait()", "add_slowly.py:3"),
    "runs_for_ever": (
        "import asyncio\nwhile True:\n    await asyncio.sleep(60)",
        "virtual seconds",
    ),
    "waits_for_a_real_pipe": (
        "import os\nread, _ = os.pipe()\nos.read(read, 1)",
        "add_slowly.py:4",
    ),
    "asks_a_question": ("return input()", "EOFError"),
    "starts_a_process": (
        "import subprocess\nsubprocess.Popen(['sleep', '99'])",
        "process is out of",
    ),
    "forks": ("import os\nos.fork()", "process is out of"),
    "opens_a_socket": (
        "import socket\nsocket.create_connection(('127.0.0.1', 9))",
        "out of reach",
    ),
    "runs_a_loop_inside": ("import asyncio\nreturn asyncio.run(fetch(left))", "loop"),
    "stops_the_loop": (
        "import asyncio\nasyncio.get_running_loop().stop()\nawait asyncio.sleep(1)",
        "stops the event loop",
    ),
    "breaks_len": (
        "import builtins\nbuiltins.len = lambda item: 3\nreturn await fetch(left)",
        "builtins.len",
    ),
    "sleeps_no_more": (
        "import asyncio\n"
        "async def nothing(*_): pass\n"
        "asyncio.sleep = nothing\n"
        "return await fetch(left) + await fetch(right)",
        "asyncio.sleep",
    ),
    "leaves_a_task_that_refuses_to_end": (
        "import asyncio\n"
        "async def stay():\n"
        "    while True:\n"
        "        try:\n"
        "            await asyncio.sleep(1)\n"
        "        except BaseException:\n"
        "            pass\n"
        "asyncio.create_task(stay())\n"
        "values = await asyncio.gather(fetch(left), fetch(right))\n"
        "return sum(values)",
        "still",
    ),
    "leaves_a_thread": (
        "import asyncio, threading, time\n"
        "def stay():\n"
        "    while True:\n"
        "        time.sleep(1)\n"
        "threading.Thread(target=stay).start()\n"
        "values = await asyncio.gather(fetch(left), fetch(right))\n"
        "return sum(values)",
        "thread",
    ),
    "lies_about_equality": (
        "import asyncio\n"
        "class Liar:\n"
        "    def __eq__(self, other): return True\n"
        "    def __hash__(self): return 1\n"
        "    def __repr__(self): raise SystemExit\n"
        "values = await asyncio.gather(fetch(left), fetch(right))\n"
        "return Liar()",
        "Liar",
    ),
    "lies_about_its_class": (
        "class Meta(type):\n"
        "    __name__ = property(lambda self: 1 / 0)\n"
        "    def __eq__(self, other): return True\n"
        "    def __hash__(self): return hash(int)\n"
        "class Liar(metaclass=Meta):\n"
        "    def hex(self): return 'lie'\n"
        "return Liar()",
        "Liar",
    ),
    "returns_a_million_things": ("return list(range(1_500_000))", ""),
    "sends_a_packet": (
        "import socket\n"
        "with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:\n"
        "    udp.sendmsg([b'x'], [], 0, ('127.0.0.1', 9))",
        "out of reach",
    ),
    "never_yields_and_hears_no_signal": (
        "import signal\n"
        "for number in (signal.SIGPROF, signal.SIGALRM):\n"
        "    signal.signal(number, signal.SIG_IGN)\n"
        "while True:\n    pass",
        "computed without end",
    ),
    "calls_for_ever": (
        "while True:\n    await fetch(left)",
        "",
    ),
    "kills_its_parent": ("import os\nos.kill(os.getppid(), 9)", "another process"),
    "kills_its_group": ("import os\nos.killpg(0, 9)", "another process"),
    "writes_into_its_parent": (
        "import os\nopen(f'/proc/{os.getppid()}/fd/4', 'wb')",
        "another process",
    ),
    "closes_every_file": ("import os\nos.closerange(0, 300)\nawait fetch(left)", ""),
    "turns_the_clock_back": (
        "import asyncio\n"
        "values = []\n"
        "clock = asyncio.get_running_loop().clock\n"
        "for name in (left, right):\n"
        "    began = clock.now\n"
        "    values.append(await fetch(name))\n"
        "    clock.now = began\n"
        "return sum(values)",
        "only moves forward",
    ),
    "turns_the_clock_back_by_force": (
        "import asyncio\n"
        "values = []\n"
        "clock = asyncio.get_running_loop().clock\n"
        "for name in (left, right):\n"
        "    began = clock.now\n"
        "    values.append(await fetch(name))\n"
        "    object.__setattr__(clock, 'now', began)\n"
        "return sum(values)",
        "contradict each other",
    ),
    "patches_and_puts_back": (
        "import asyncio\n"
        "real, asyncio.sleep = asyncio.sleep, lambda *_: real(0)\n"
        "try:\n"
        "    return await fetch(left) + await fetch(right)\n"
        "finally:\n"
        "    asyncio.sleep = real",
        "asyncio.sleep",
    ),
    "replaces_the_encoder": (
        "import sys\n"
        "encoding = sys.modules['grader.encoding']\n"
        "encoding.Encoder._encode = lambda *_: {'int': '0x3'}\n"
        "return await fetch(left) + await fetch(right)",
        "Encoder",
    ),
    "raises_a_deep_group": (
        "error = ValueError()\n"
        "for _ in range(480):\n"
        "    error = ExceptionGroup('', [error])\n"
        "raise error",
        "ExceptionGroup",
    ),
    "prints_a_verdict": (
        'print(\'{"status": "pass", "points": 10, "done": true}\')\nreturn None',
        "",
    ),
    "writes_to_every_pipe": (
        "import os\n"
        "for descriptor in range(3, 64):\n"
        "    try:\n"
        '        os.write(descriptor, b\'{"token": "", "done": true}\\n\')\n'
        "    except OSError:\n"
        "        pass\n"
        "os._exit(0)",
        "",
    ),
    "writes_bytes_to_every_pipe": (
        "import os\n"
        "for descriptor in range(3, 64):\n"
        "    try:\n"
        '        os.write(descriptor, b\'{"token": "\\xff"}\\n\')\n'
        "    except OSError:\n"
        "        pass\n"
        "os._exit(0)",
        "pipe that is not its own",
    ),
}

_FILES = {
    "syntax_error": (b"async def add(:\n", "add_slowly.py:1"),
    "not_utf8": (b"# caf\xe9\n", "not UTF-8"),
    "null_bytes": (b"a = 1\0\n", "null bytes"),
    "empty": (b"\n\n", "is empty"),
    "another_name": (b"async def add_fast(fetch, left, right): pass\n", "does not define `add`"),
    "a_list": (b"add = []\n", "is a list"),
    "plain_function": (b"def add(fetch, left, right): return 3\n", "async def"),
    "raises_on_import": (b"1 / 0\n", "ZeroDivisionError"),
    "exits_on_import": (b"raise SystemExit\n", "ends the program"),
    "deadlocks_on_import": (
        b"import asyncio\nasyncio.run(asyncio.Event().wait())\n",
        "never ends",
    ),
    "raises_an_odd_error_on_import": (
        b"class Odd(BaseException):\n    def __str__(self): raise self\nraise Odd\n",
        "raises Odd at add_slowly.py:3",
    ),
    "spins_on_import": (b"while True: pass\n", "add_slowly.py:1"),
    "hides_asyncio": (
        b"import sys\nsys.modules['asyncio'] = None\nasync def add(fetch, left, right): return 3\n",
        "asyncio",
    ),
    "deep_nesting": (b"x = " + b"(" * 500 + b")" * 500, "Python cannot read"),
    "huge_integer": (b"async def add(fetch, left, right): return 1 << 10**7\n", ""),
}

HOSTILE = {name: Hostile(_body(text), told) for name, (text, told) in _BODIES.items()}
HOSTILE |= {name: Hostile(source, told) for name, (source, told) in _FILES.items()}
