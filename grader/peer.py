"""A process of ours that answers lines of JSON over two private pipes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from grader.errors import CourseError, GraderError
from grader.run import to_json

_PACKAGE_ROOT = Path(__file__).parent.parent
_LAST_SECONDS = 2.0  # real, for a process to end after its input did


class Peer:
    """A process of ours that answers lines of JSON over two private pipes."""

    def __init__(self, module: str, *arguments: str) -> None:
        their_in, our_out = os.pipe()
        our_in, their_out = os.pipe()
        environment = os.environ | {
            "PYTHONHASHSEED": "0",  # the order of sets is part of a verdict
            "SSL_CERT_FILE": os.devnull,  # aiohttp loads all certificates, for which nobody asks
            "PYTHONPATH": os.pathsep.join(
                filter(None, (str(_PACKAGE_ROOT), os.environ.get("PYTHONPATH")))
            ),
        }
        self._name = module
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115  # as long as the process; a pipe would fill up
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module, str(their_in), str(their_out), *arguments],
            pass_fds=(their_in, their_out),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._stderr,
            env=environment,
        )
        os.close(their_in)
        os.close(their_out)
        self._out = os.fdopen(our_out, "wb")
        self._in = os.fdopen(our_in, "rb")

    def send(self, item: Any) -> None:
        """Send one line."""
        try:
            self._out.write(to_json(item) + b"\n")
            self._out.flush()
        except BrokenPipeError:
            raise self._dead() from None

    def receive(self) -> bytes:
        """Return the next line; raise `CourseError` when the process has died."""
        line = self._in.readline()
        if not line.endswith(b"\n"):
            raise self._dead()
        return line

    def _dead(self) -> GraderError:
        self._process.wait()
        self._stderr.seek(0)
        last = self._stderr.read().decode(errors="replace").strip().splitlines()
        return CourseError(f"{self._name} has stopped: {last[-1] if last else 'without a word'}")

    def hang_up(self) -> None:
        """End the process's input, which is how it learns that it is to end."""
        for pipe in (self._out, self._in):
            with suppress(BrokenPipeError):
                pipe.close()

    def wait(self) -> None:
        """Wait until the process has ended; one that does not is killed."""
        try:
            self._process.wait(timeout=_LAST_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._stderr.close()
