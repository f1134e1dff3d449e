"""The page as text: the templates beside this module, filled in. What is filled in is escaped."""

from __future__ import annotations

import base64
import hashlib
import re

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from grader.report.html.page import Page
from grader.report.paper import Paper

GENERATOR = "asyncio-katas report"  # by which a file is known as ours

_CODE = re.compile(r"`([^`\n]+)`")
_PAPER = Paper()


def rendered(page: Page) -> str:
    """Return the whole page: one file that needs no other, and nothing from a network."""
    templates = _environment()
    script = templates.get_template("script.js").render()
    return templates.get_template("page.html").render(
        page=page, script=Markup(script), fingerprint=_fingerprint(script), generator=GENERATOR
    )


def is_ours(data: bytes) -> bool:
    """Return whether a file's begin is that of a page of ours."""
    return f'<meta name="generator" content="{GENERATOR}">'.encode() in data


def _environment() -> Environment:
    templates = Environment(
        loader=PackageLoader("grader.report.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    templates.filters["prose"] = prose
    return templates


def prose(text: str) -> Markup:
    """Return a sentence of the course, escaped, with what stands in backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(_shown(text)))))


def _shown(value: object) -> object:
    """Return a text without what no page can hold: bytes of control, halves of characters."""
    return _PAPER.clean(value) if type(value) is str else value


def _fingerprint(script: str) -> str:
    # With it, the page's own policy lets this one script run, and no other that came in somehow.
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
