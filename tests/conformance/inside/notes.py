"""Notes what becomes of each test, in a file that outlives the process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


class Notes:
    """Writes a line of JSON when a test begins and one when it ends.

    `seen` is what the file names already: a run is resumed after a test that never came back.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        lines = path.read_text(encoding="utf-8").splitlines()
        self.seen = {json.loads(line).get("test") for line in lines}

    def begins(self, test: str) -> None:
        self._write(begins=test)

    def ends(
        self, test: str, outcome: str, why: str = "", used: bool = False, seconds: float = 0.0
    ) -> None:
        self._write(test=test, outcome=outcome, why=why, used=used, seconds=round(seconds, 3))

    def _write(self, **line: Any) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
