"""A process of ours that answers lines of JSON over two private pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from grader.errors import CourseError
from grader.json_line import to_json
from grader.lines import Lines

_PACKAGE_ROOT = Path(__file__).parent.parent
_LAST_WORDS = 1 << 16  # bytes
_LAST_SECONDS = 2.0  # real, for a process to end after its input did


class PeerGone(CourseError):
    """Raised when a process of ours has ended, or had to be ended, before it answered."""


class Peer:
    """A process of ours that answers lines of JSON over two private pipes."""

    def __init__(self, module: str, *arguments: str) -> None:
        their_in, our_out = os.pipe()
        our_in, their_out = os.pipe()
        environment = os.environ | {
            # One heap for all threads: glibc reserves 64 MB of addresses for each further one, and
            # eight threads of a learner would reach our limit of memory with nothing in it.
            "MALLOC_ARENA_MAX": "1",
            "PYTHONHASHSEED": "0",  # the order of sets is part of a verdict
            "SSL_CERT_FILE": os.devnull,  # aiohttp loads all certificates, for which nobody asks
            "PYTHONPATH": os.pathsep.join(
                filter(None, (str(_PACKAGE_ROOT), os.environ.get("PYTHONPATH")))
            ),
        }
        self._name = module
        # For what a process says when it dies. Nobody reads it before: it must not block when full.
        self._stderr, their_stderr = os.pipe()
        os.set_blocking(their_stderr, False)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module, str(their_in), str(their_out), *arguments],
            pass_fds=(their_in, their_out),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=their_stderr,
            env=environment,
        )
        os.close(their_in)
        os.close(their_out)
        os.close(their_stderr)
        self._out = os.fdopen(our_out, "wb")
        self._in = our_in
        self._lines = Lines(our_in)

    def send(self, item: Any) -> None:
        """Send one line."""
        try:
            self._out.write(to_json(item) + b"\n")
            self._out.flush()
        except BrokenPipeError:
            raise self._gone() from None

    def receive(self, seconds: float | None = None) -> bytes:
        """Return the next line; raise `PeerGone` when none comes, at least not in `seconds`."""
        try:
            return self._lines.read(seconds)
        except TimeoutError:
            self._process.kill()
            raise self._gone() from None
        except (EOFError, OSError):
            raise self._gone() from None

    def _gone(self) -> PeerGone:
        self._see_it_end()
        os.set_blocking(self._stderr, False)
        said = ""
        with suppress(BlockingIOError):  # where a process of its own still holds the pipe
            said = os.read(self._stderr, _LAST_WORDS).decode(errors="replace").strip()
        last = said.splitlines()[-1] if said else "without a word"
        return PeerGone(f"{self._name} has stopped: {last}")

    def hang_up(self) -> None:
        """End the process's input, which is how it learns that it is to end."""
        with suppress(BrokenPipeError):
            self._out.close()
        os.close(self._in)

    def kill(self) -> None:
        """Kill the process; whoever waits for its answer hears that it has gone."""
        self._process.kill()

    def end(self) -> None:
        """Kill the process and let go of it."""
        self.kill()
        self.hang_up()
        self.wait()

    def wait(self) -> None:
        """Wait until the process has ended; one that does not is killed."""
        self._see_it_end()
        os.close(self._stderr)

    def _see_it_end(self) -> None:
        try:
            self._process.wait(timeout=_LAST_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
