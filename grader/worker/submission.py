"""Loads a submission from its source bytes, and says in a sentence why that is not possible."""

from __future__ import annotations

import linecache
import sys
from functools import cache
from types import CodeType, FrameType, ModuleType

from grader.encoding import with_article
from grader.job import Job
from grader.run import Trouble, Where
from grader.strip import CLASS

PREFIX = "<submission>/"  # file name of the learner's code while it runs
SUITE_PREFIX = "<suite>/"


class NotLoaded(Exception):
    """Raised when a submission cannot be used at all; `trouble` says why."""

    def __init__(
        self, kind: str, message: str, line: int | None = None, filename: str = ""
    ) -> None:
        super().__init__(message)
        where = Where(filename, line, "submission") if line else None
        self.trouble = Trouble(kind, message, where)  # type: ignore[arg-type]  # kinds are literals at the callers


def place(where: Where | None) -> Where | None:
    """Return a line as the learner knows it: the bare file name, and whose code it is."""
    if where is None:
        return None
    for prefix, owner in ((PREFIX, "submission"), (SUITE_PREFIX, "suite")):
        if where.path.startswith(prefix):
            return Where(where.path.removeprefix(prefix), where.line, owner)  # type: ignore[arg-type]  # one of the literals above
    return Where(where.path.rpartition("/")[2], where.line, "other")


def learners_line(frame: FrameType | None) -> Where | None:
    """Return the innermost line of the learner's on the stack that ends in `frame`."""
    while frame is not None:
        if frame.f_code.co_filename.startswith(PREFIX):
            return place(Where(frame.f_code.co_filename, frame.f_lineno))
        frame = frame.f_back
    return None


def load(job: Job) -> ModuleType:
    """Return the submission as a module; raise `NotLoaded`, or whatever its top level raises."""
    code = code_of(job.source, job.filename)
    name = job.filename.removesuffix(".py")
    module = ModuleType(name)
    module.__file__ = PREFIX + job.filename
    if name not in sys.modules:  # dataclasses look their module up; a real module is never shadowed
        sys.modules[name] = module
    exec(code, vars(module))
    _check_names(job, module)
    return module


def code_of(source: bytes, filename: str) -> CodeType:
    """Return a learner's file, compiled, its lines known to tracebacks; raise `NotLoaded`."""
    text = _text(source, filename)
    path = PREFIX + filename
    try:
        code = _compiled(text, path)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _syntax_trouble(error, filename) from None
    linecache.cache[path] = (len(text), None, text.splitlines(keepends=True), path)
    return code


@cache
def _compiled(text: str, path: str) -> CodeType:
    # Each round of schedules loads the same text anew.
    return compile(text, path, "exec", dont_inherit=True)


def unload(job: Job) -> None:
    """Forget the module that `load` made, so that the next one of its name is loaded anew."""
    name = job.filename.removesuffix(".py")
    module = sys.modules.get(name)
    if module is not None and getattr(module, "__file__", None) == PREFIX + job.filename:
        del sys.modules[name]


def _text(source: bytes, filename: str) -> str:
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        message = f"{filename} is not UTF-8 text (line {line}). Save it as UTF-8."
        raise NotLoaded("encoding", message, line, filename) from None
    if not text.strip():
        raise NotLoaded("empty", f"{filename} is empty.")
    return text


def _syntax_trouble(error: Exception, filename: str) -> NotLoaded:
    if isinstance(error, SyntaxError):
        line = error.lineno or 1
        source = (error.text or "").strip()
        shown = f" in `{source[:60]}`" if source else ""
        return NotLoaded(
            "syntax",
            f"{filename}:{line}: {error.msg}{shown}. Python cannot read the file.",
            line,
            filename,
        )
    return NotLoaded("syntax", f"{filename}: Python cannot read the file ({error}).")


def _check_names(job: Job, module: ModuleType) -> None:
    for name, kind in job.names.items():
        if name not in vars(module):
            mine = [key for key, item in vars(module).items() if callable(item) and key[0] != "_"]
            has = f" It defines: {', '.join(sorted(mine)[:5])}." if mine else ""
            message = (
                f"{job.filename} does not define `{name}`.{has}"
                " The task and its checks need that name."
            )
            raise NotLoaded("no such name", message)
        value = vars(module)[name]
        if not callable(value) or (kind == CLASS and not isinstance(value, type)):
            got = with_article(type(value).__name__)
            message = f"`{name}` in {job.filename} is {got}, not {with_article(kind)}."
            raise NotLoaded("wrong kind", message)
