"""Runs a program in real time, in a process of its own that has our terminal to print on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from types import ModuleType, TracebackType

from grader.worker.processes import die_with_parent

LAST_SECONDS = 2.0  # real, for what a program does after Ctrl-C

_PACKAGE_ROOT = Path(__file__).parent.parent


def run_in_real_time(path: Path) -> float:
    """Run a program to its end, and return how many real seconds it took.

    Ctrl-C reaches it as it would alone: it may clean up for a moment. Raises `KeyboardInterrupt`
    then, once neither it nor anything that it started is there.
    """
    ours = [str(_PACKAGE_ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {"PYTHONPATH": os.pathsep.join(filter(None, ours)), "PYTHONUNBUFFERED": "1"}
    # A group of its own, so that Ctrl-C comes to it once, from us, and all of it can be ended.
    process = subprocess.Popen(
        [sys.executable, "-m", __name__, str(path)],
        stdin=subprocess.DEVNULL,
        env=os.environ | environment,
        process_group=0,
    )
    began = time.monotonic()
    try:
        process.wait()
    except KeyboardInterrupt:
        os.killpg(process.pid, signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(LAST_SECONDS)
        raise
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return time.monotonic() - began


def _be_the_program(path: Path) -> None:
    """Run a program as `python path` does, in this process."""
    code = compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
    sys.argv[:] = [str(path)]
    sys.path.insert(0, str(path.parent))
    main = sys.modules["__main__"] = ModuleType("__main__")
    main.__file__ = str(path)
    exec(code, vars(main))


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Print a traceback that begins in the program; nothing for Ctrl-C, which needs no reason."""
    if issubclass(kind, KeyboardInterrupt):
        return
    while trace is not None and trace.tb_frame.f_code.co_filename != sys.argv[0]:
        trace = trace.tb_next
    traceback.print_exception(kind, error, trace)


if __name__ == "__main__":
    die_with_parent()
    sys.excepthook = _tell
    _be_the_program(Path(sys.argv[1]))
