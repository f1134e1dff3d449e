"""Mocked HTTP on the virtual clock: plain aiohttp cannot tell, and no socket is ever opened.

with Http() as http:
    url = http.serve("https://img.example/a.png", latency=1, body=b"...")
    async with http.session() as session, session.get(url) as response:
        await response.read()  # one virtual second later
"""

from grader.lab.http.answer import Answer
from grader.lab.http.innards import refused
from grader.lab.http.log import Entry
from grader.lab.http.mock import Http
from grader.lab.http.routes import UnknownUrlError
from grader.lab.http.sessions import MadeSession

__all__ = ["Answer", "Entry", "Http", "MadeSession", "UnknownUrlError", "refused"]
