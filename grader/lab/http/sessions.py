"""Every session that is made while requests are mocked, and whether it was closed."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from aiohttp import BaseConnector, ClientSession

from grader.lab.where import caller
from grader.run import Where


@dataclass(frozen=True)
class MadeSession:
    """A session, and the line that made it."""

    session: ClientSession
    where: Where | None


class Sessions:
    """Watches sessions being made and closed. `closed` is told of each connector closed so."""

    def __init__(self, closed: Callable[[BaseConnector], None]) -> None:
        self.made: list[MadeSession] = []
        self._closed = closed
        self._left_open: list[MadeSession] | None = None  # once watching has stopped
        self._patches = (
            patch.object(ClientSession, "__init__", self._watched_init()),
            patch.object(ClientSession, "close", self._watched_close()),
        )

    def start(self) -> None:
        """Begin to watch."""
        for each in self._patches:
            each.start()

    def stop(self) -> None:
        """Stop watching, and quieten the sessions that nobody closed: they have been noticed."""
        for each in self._patches:
            each.stop()
        self._left_open = self.unclosed()
        for entry in self._left_open:
            # Or aiohttp tells the loop "Unclosed client session" once our reference goes.
            entry.session.detach()

    def unclosed(self) -> list[MadeSession]:
        """Return the sessions that are still open, in the order in which they were made."""
        if self._left_open is not None:
            return self._left_open
        return [entry for entry in self.made if not entry.session.closed]

    def _watched_init(self) -> Callable[..., None]:
        real = ClientSession.__init__

        @functools.wraps(real)
        def init(session: ClientSession, *args: Any, **kwargs: Any) -> None:
            real(session, *args, **kwargs)
            self.made.append(MadeSession(session, caller()))

        return init

    def _watched_close(self) -> Callable[..., Any]:
        real = ClientSession.close

        @functools.wraps(real)
        async def close(session: ClientSession) -> None:
            connector = session.connector
            await real(session)
            if connector is not None and connector.closed:
                self._closed(connector)

        return close
