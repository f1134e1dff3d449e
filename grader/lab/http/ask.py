"""What a program asked for: the arguments of `session.request`, read as aiohttp reads them."""

from __future__ import annotations

import json as jsonlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession, ClientTimeout, InvalidUrlClientError, NonHttpUrlClientError
from multidict import CIMultiDict
from yarl import URL

from grader.lab.http.innards import TotalTimeout
from grader.lab.http.log import Entry
from grader.run import Where

_SCHEMES = ("", "http", "https", "ws", "wss")


@dataclass
class Ask:
    """A request with all its hops: where redirects lead, the same timeout runs on."""

    session: ClientSession
    timeout: ClientTimeout
    total: TotalTimeout
    where: Where | None
    method: str
    headers: CIMultiDict[str]
    body: Any = None
    entry: Entry | None = None  # of the hop under way


def readable(url: Any) -> URL:
    """Return a URL; raise what aiohttp raises for text that is none."""
    try:
        return URL(url)
    except ValueError as error:
        raise InvalidUrlClientError(url) from error


def check(url: URL) -> None:
    """Raise what aiohttp raises for an address without a host, or of another protocol."""
    if url.scheme not in _SCHEMES:
        raise NonHttpUrlClientError(url)
    if not url.raw_host:
        raise InvalidUrlClientError(url)


def upload(session: ClientSession, data: Any, json: Any) -> Any:
    """Return the body of a request as it leaves; what the program changes later was not sent."""
    if data is not None and json is not None:
        raise ValueError("data and json parameters can not be used at the same time")
    if json is None:
        return dict(data) if isinstance(data, Mapping) else data
    text = session.json_serialize(json)  # raises TypeError for what is no JSON, as in aiohttp
    try:
        return jsonlib.loads(text)
    except ValueError:  # the session writes its own kind of JSON
        return text
