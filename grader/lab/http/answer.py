"""What a mocked server answers, and when."""

from __future__ import annotations

import json as jsonlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grader.lab.outcome import latency

Failure = BaseException | type[BaseException]
Seconds = float | tuple[float, float]  # or bounds, within which the schedule of the run decides
Piece = tuple[Seconds, bytes | BaseException]

_NO_BODY = (204, 304)


def decided(seconds: Seconds) -> float:
    """Return the seconds of one wait; within bounds the schedule decides, at each call anew."""
    return latency(*seconds) if isinstance(seconds, tuple) else seconds


def _check(seconds: Seconds) -> None:
    if not isinstance(seconds, tuple):
        if not seconds >= 0:
            raise ValueError(f"Latencies are seconds, zero or more, not {seconds}.")
    elif len(seconds) != 2 or not 0 <= seconds[0] <= seconds[1] < math.inf:
        raise ValueError(f"Bounds of a latency are (low, high), zero or more, not {seconds}.")


@dataclass(frozen=True)
class Answer:
    """One answer. All times are virtual seconds: a number, or bounds `(low, high)`.

    Within bounds the schedule of the run decides, for each request anew: `low` under seed 0, `high`
    under seed 1, something in between under others (see `grader.lab.latency`).

    `latency` runs from the moment the request leaves until the headers arrive. The body comes with
    the headers, or in `chunks`: pairs (seconds after the headers or the previous chunk, bytes), of
    which the last may be an exception: the connection breaks there. `error` is raised after the
    latency instead of an answer; for an `aiohttp.ClientConnectorError` the latency is the time of
    trying to connect. `hang` never answers, or with such an error never connects. At most one of
    `body`, `json` and `chunks`, and no time below zero nor bounds that are none; else ValueError.
    """

    latency: Seconds = 0.0
    status: int = 200
    body: bytes | str = b""
    json: Any = None
    headers: Mapping[str, str] | None = None
    chunks: Sequence[Piece] | None = None
    error: Failure | None = None
    hang: bool = False

    def __post_init__(self) -> None:
        if bool(self.body) + (self.json is not None) + (self.chunks is not None) > 1:
            raise ValueError("An answer has one of body, json and chunks, not several.")
        for seconds in (self.latency, *(delay for delay, _ in self.chunks or ())):
            _check(seconds)

    def seconds(self) -> float:
        """Return how long one request waits for the answer to begin; infinite where it hangs."""
        return math.inf if self.hang else decided(self.latency)

    def has_body(self, method: str) -> bool:
        """Return False where HTTP allows no body, whatever was declared."""
        return method != "HEAD" and self.status not in _NO_BODY

    def content(self) -> bytes:
        """Return the bytes of `body` or `json`."""
        if self.json is not None:
            return jsonlib.dumps(self.json).encode()
        return self.body.encode() if isinstance(self.body, str) else self.body

    def header_fields(self) -> list[tuple[str, str]]:
        """Return the headers as a server would send them; declared ones replace ours."""
        fields = {"Content-Type": self._content_type()}
        if self.chunks is None:
            fields["Content-Length"] = str(len(self.content()))
        else:
            fields["Transfer-Encoding"] = "chunked"
        declared = dict(self.headers or {})
        names = {name.lower() for name in declared}
        kept = {name: value for name, value in fields.items() if name.lower() not in names}
        return [*kept.items(), *declared.items()]

    def _content_type(self) -> str:
        if self.json is not None:
            return "application/json; charset=utf-8"
        is_text = isinstance(self.body, str)
        return "text/plain; charset=utf-8" if is_text else "application/octet-stream"
