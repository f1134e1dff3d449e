"""Which address answers what: a script of answers per method and URL."""

from __future__ import annotations

import difflib

from aiohttp import ClientConnectionError
from aioresponses.compat import normalize_url
from yarl import URL

from grader.lab.http.answer import Answer

_NEAREST = 3
_COMPARED = 50  # routes looked at for a near match: each costs some 20 µs


class UnknownUrlError(ClientConnectionError):
    """Raised by a request to an address that no server of the scenario answers."""


class Script:
    """The answers of one address, one per request; the last one repeats."""

    def __init__(self, url: str, answers: tuple[Answer, ...]) -> None:
        self.url = url
        self._answers = answers
        self._next = 0

    def take(self) -> Answer:
        """Use up the next answer. Done when a request leaves: a cancelled one has used its own."""
        answer = self._answers[self._next]
        self._next = min(self._next + 1, len(self._answers) - 1)
        return answer


class Routes:
    """All addresses that are served. Parameters match in any order, fragments do not count."""

    def __init__(self) -> None:
        self._scripts: dict[tuple[str, URL], Script] = {}

    def add(self, method: str, url: str, answers: tuple[Answer, ...]) -> None:
        """Serve an absolute URL; an earlier script of the same address is replaced."""
        if not answers:
            raise ValueError(f"A script for {url} needs at least one answer.")
        if not URL(url).absolute:
            raise ValueError(f"{url} is not an absolute URL, like https://img.example/a.png.")
        self._scripts[method.upper(), _address(URL(url))] = Script(url, answers)

    def find(self, method: str, url: URL) -> Script | None:
        """Return the script of an address, or None."""
        return self._scripts.get((method, _address(url)))

    def unknown(self, method: str, url: URL) -> UnknownUrlError:
        """Return the error that names the address and the nearest ones served."""
        address = _address(url)
        others = sorted(verb for verb, served in self._scripts if served == address)
        if others:
            verbs = ", ".join(others)
            return UnknownUrlError(
                f"Nobody answers {method} {url}: that address is served for {verbs} only."
            )
        served = list(dict.fromkeys(script.url for script in self._scripts.values()))[:_COMPARED]
        near = difflib.get_close_matches(str(url), served, _NEAREST, cutoff=0.0)
        hint = f"Nearest served: {', '.join(near)}" if near else "Nothing is served at all"
        return UnknownUrlError(f"Nobody answers {method} {url}. {hint}.")


def _address(url: URL) -> URL:
    plain = url.with_fragment(None) if url.raw_fragment else url
    address: URL = normalize_url(plain)
    return address
