"""`python -m grader.worker IN_FD OUT_FD [http]`: the warm worker over two inherited pipes.

With `http` it loads aiohttp before it forks.
"""

from __future__ import annotations

import os
import sys

from grader.worker.server import serve

if __name__ == "__main__":
    with os.fdopen(int(sys.argv[2]), "wb") as records:
        serve(int(sys.argv[1]), records, with_http="http" in sys.argv[3:])
    os._exit(0)  # taking the interpreter down in good order costs somebody's time, and nobody gains
