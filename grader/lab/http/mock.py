"""`Http`: the mocked internet of a scenario."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, ClassVar

from aiohttp import BaseConnector, ClientSession

from grader.lab.http.answer import Answer, Failure, Piece, Seconds
from grader.lab.http.log import Entry, Log, Named
from grader.lab.http.places import Pools
from grader.lab.http.routes import Routes
from grader.lab.http.sessions import MadeSession, Sessions
from grader.lab.http.wire import Wire
from grader.run import SUITE, Exchange, Leftover


class Http:
    """Mocked HTTP for plain aiohttp, on the loop's time. Patches aiohttp while entered.

    Declare servers with `serve`, `serve_each` and `script`, before or while requests run. No
    socket is opened; an address that nobody serves raises `UnknownUrlError`, an
    `aiohttp.ClientConnectionError`.
    """

    on_enter: ClassVar[Callable[[Http], object] | None] = None  # for whoever tells of all mocks

    def __init__(self) -> None:
        self._routes = Routes()
        self._log = Log()
        self._pools = Pools()
        self._wire = Wire(self._routes, self._log, self._pools)
        self._sessions = Sessions(self._connector_closed)

    def __enter__(self) -> Http:
        """Mock every session, also those made before."""
        if Http.on_enter is not None:
            Http.on_enter(self)
        self._wire.start()
        self._sessions.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Undo the patches, and close quietly what is open; the log keeps how it was."""
        open_responses = [entry.response for entry in self._log.unreleased()]
        self._log.freeze()
        for response in open_responses:
            response.close()
        self._sessions.stop()
        self._wire.stop()

    def serve(
        self,
        url: str,
        *,
        method: str = "GET",
        latency: Seconds = 0.0,
        status: int = 200,
        body: bytes | str = b"",
        json: Any = None,
        headers: Mapping[str, str] | None = None,
        chunks: Sequence[Piece] | None = None,
        error: Failure | None = None,
        hang: bool = False,
    ) -> str:
        """Answer every request to `url` like this (see `Answer`), and return the URL.

        `latency=(0.5, 2)` leaves it to the schedule, within these bounds, how long each one takes.
        """
        answer = Answer(latency, status, body, json, headers, chunks, error, hang)
        return self.script(url, answer, method=method)

    def serve_each(
        self,
        pattern: str,
        names: Sequence[str],
        *,
        latency: Seconds | Sequence[Seconds] | Mapping[str, Seconds] = 0.0,
        body: Callable[[str], bytes] | None = None,
        **same: Any,
    ) -> list[str]:
        """Serve `pattern.format(name)` for each name, and return the URLs in that order.

        `latency` is one for all, a list with one each in order, or by name; each is a number or
        bounds `(low, high)`, as in `serve`. The body is the name itself, or what `body(name)`
        returns. Everything else is as in `serve`, the same for all.
        """
        seconds = _by_name(names, latency)
        bodies: Mapping[str, Any] = {}
        if body is not None or not {"json", "chunks"} & same.keys():
            bodies = {name: {"body": (body or str.encode)(name)} for name in names}
        return [
            self.serve(pattern.format(name), latency=seconds[name], **bodies.get(name, {}), **same)
            for name in names
        ]

    def script(self, url: str, *answers: Answer, method: str = "GET") -> str:
        """Give the answers one after another, the last for ever, and return the URL.

        A request uses up its answer when it leaves, also when it is cancelled or times out
        afterwards.
        """
        self._routes.add(method, url, answers)
        return url

    def session(self, **kwargs: Any) -> ClientSession:
        """Return `aiohttp.ClientSession(**kwargs)`."""
        return ClientSession(**kwargs)

    @property
    def exchanges(self) -> list[Entry]:
        """All requests so far, in the order in which they were asked."""
        return self._log.entries

    @property
    def sessions(self) -> list[MadeSession]:
        """All sessions made while entered."""
        return self._sessions.made

    def open_sessions(self) -> list[MadeSession]:
        """Return the sessions that are not closed."""
        return self._sessions.unclosed()

    def unreleased(self) -> list[Entry]:
        """Return the requests whose response was neither read to its end nor closed."""
        return self._log.unreleased()

    def facts(self, since: float = 0.0, where: Named = lambda line: line) -> tuple[Exchange, ...]:
        """Return the log as plain data: times after `since`, lines as `where` names them."""
        return self._log.facts(since, where)

    def leftovers(self, where: Named = lambda line: line) -> tuple[Leftover, ...]:
        """Return the open responses and sessions that a program left, not a suite's own."""
        left = [("response", entry.url, entry.where) for entry in self.unreleased()]
        left += [("session", "ClientSession", entry.where) for entry in self.open_sessions()]
        named = [(kind, name, line and where(line)) for kind, name, line in left]
        return tuple(
            Leftover(kind, name, line)  # type: ignore[arg-type]  # one of the two words above
            for kind, name, line in named
            if line is not None and line.owner != SUITE
        )

    def _connector_closed(self, connector: BaseConnector) -> None:
        self._pools.of(connector).close()


def _by_name(
    names: Sequence[str], latency: Seconds | Sequence[Seconds] | Mapping[str, Seconds]
) -> Mapping[str, Seconds]:
    if isinstance(latency, Mapping):
        return latency
    if isinstance(latency, Sequence) and not isinstance(latency, tuple):  # which is bounds
        return dict(zip(names, latency, strict=True))
    return dict.fromkeys(names, latency)
