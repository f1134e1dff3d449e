"""The judge's process: `python -m grader.judge IN_FD OUT_FD ROOT KATA_ID...`.

JSON lines over two inherited pipes: `Judgement` in, `Verdict` out. The first line out says
`{"ready": true}`, or `{"broken": sentence}` when the course is. End of input ends the process.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from grader.errors import EXIT_COURSE_BROKEN
from grader.judge.session import Channel, serve


def main(arguments: Sequence[str]) -> int:
    """Serve until the input ends; return the exit code."""
    in_fd, out_fd, root, *kata_ids = arguments
    # Ctrl-C reaches the whole terminal; who started the judge decides when it ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with os.fdopen(int(in_fd), "rb") as reader, os.fdopen(int(out_fd), "wb") as writer:
        try:
            whole = serve(Path(root).resolve(), kata_ids, Channel(reader, writer))
        except BrokenPipeError:  # nobody is left to read a verdict
            return 0
    return 0 if whole else EXIT_COURSE_BROKEN


if __name__ == "__main__":
    # Taking the interpreter down in good order costs somebody's time, and nobody gains.
    os._exit(main(sys.argv[1:]))
