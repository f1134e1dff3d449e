"""What a suspended frame does with the objects it knows: read off its bytecode, running nothing.

`self.ready.set()` in a function that waits is a use of the event that `self.ready` is by now. Only
what can be told without asking anybody's code is told: locals, globals, and attributes that stand
in an object itself.
"""

from __future__ import annotations

import dis
import inspect
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType, FrameType, MemberDescriptorType
from typing import Any

from grader.run import Where

_NAMES = {"LOAD_FAST", "LOAD_FAST_CHECK", "LOAD_DEREF", "LOAD_GLOBAL", "LOAD_NAME"}
_PAIRS = {"LOAD_FAST_LOAD_FAST", "STORE_FAST_LOAD_FAST"}  # since 3.13; the second is on top
_ATTRIBUTES = {"LOAD_ATTR", "LOAD_METHOD"}
_SILENT = {"CACHE", "PUSH_NULL", "EXTENDED_ARG", "NOP"}
_ENDS = {"RETURN_VALUE", "RETURN_CONST", "RAISE_VARARGS", "RERAISE"}
_UNKNOWN = object()


@dataclass(frozen=True, eq=False)
class Use:
    """Something that is looked up: `text` is `self.ready`, `name` its attribute `set` or "".

    `thing` is what the text stands for. The code of a comprehension is a use of that code.
    """

    thing: Any
    text: str
    name: str
    where: Where


def uses_ahead(frame: FrameType, names: Collection[str]) -> Iterator[Use]:
    """Yield the uses of such names that a suspended frame can still come to without an error."""
    code = frame.f_code
    if not any(name in names for name in code.co_names):
        return
    for use in _uses(frame, _steps_ahead(code, frame.f_lasti)):
        if use.name in names:
            yield use


def uses_in_loop(frame: FrameType) -> list[Use] | None:
    """Return the uses in the innermost loop in which a frame stands; None where it is in none."""
    steps = _steps(frame.f_code)
    inside = _innermost_loop(steps, frame.f_lasti)
    return None if inside is None else list(_uses(frame, inside))


@lru_cache(maxsize=256)
def _steps_ahead(code: CodeType, last: int) -> list[dis.Instruction]:
    # Many tasks stand at the same line.
    steps = _steps(code)
    ahead = _ahead(steps, last)
    return [step for step in steps if step.offset in ahead]


def _steps(code: CodeType) -> list[dis.Instruction]:
    return list(dis.get_instructions(code))


def _is_jump(step: dis.Instruction) -> bool:
    return step.opcode in dis.hasjrel or step.opcode in dis.hasjabs


def _ahead(steps: list[dis.Instruction], last: int) -> set[int]:
    place = {step.offset: n for n, step in enumerate(steps)}
    found: set[int] = set()
    todo = [sum(step.offset <= last for step in steps)]
    while todo:
        n = todo.pop()
        if n >= len(steps) or steps[n].offset in found:
            continue
        step = steps[n]
        found.add(step.offset)
        if _is_jump(step):
            todo.append(place[step.argval])
        if step.opname not in _ENDS and not step.opname.startswith(("JUMP_FORWARD", "JUMP_BACK")):
            todo.append(n + 1)
    return found


def _innermost_loop(steps: list[dis.Instruction], last: int) -> list[dis.Instruction] | None:
    awaits = {step.offset for step in steps if step.opname == "SEND"}  # each is a loop of its own
    loops = [
        (step.argval, step.offset)
        for step in steps
        if _is_jump(step) and step.argval <= last <= step.offset and step.argval not in awaits
    ]
    if not loops:
        return None
    first, end = max(loops)
    # From 3.12 on, the end of an `except` jumps to the jump at the end of the loop around it.
    onward = {step.offset: step.argval for step in steps if step.opname.startswith("JUMP_BACK")}
    while onward.get(first, first) < first:
        first = onward[first]
    return [step for step in steps if first <= step.offset <= end]


def _uses(frame: FrameType, steps: Iterable[dis.Instruction]) -> Iterator[Use]:
    spaces = (frame.f_locals, frame.f_globals, frame.f_builtins)
    thing, text, line = _UNKNOWN, "", frame.f_lineno
    path = frame.f_code.co_filename
    for step in steps:
        line = _line(step) or line
        if step.opname in _NAMES or step.opname in _PAIRS:
            name = step.argval[1] if step.opname in _PAIRS else step.argval
            thing = next((space[name] for space in spaces if name in space), _UNKNOWN)
            text = name
            if thing is not _UNKNOWN:
                yield Use(thing, text, "", Where(path, line))
        elif step.opname in _ATTRIBUTES and thing is not _UNKNOWN:
            yield Use(thing, text, step.argval, Where(path, line))
            thing, text = _attribute(thing, step.argval), f"{text}.{step.argval}"
        elif step.opname not in _SILENT:
            if isinstance(step.argval, CodeType):
                yield Use(step.argval, step.argval.co_name, "", Where(path, line))
            thing = _UNKNOWN


def _line(step: dis.Instruction) -> int | None:
    return step.positions.lineno if step.positions else None


def _attribute(thing: Any, name: str) -> Any:
    found = inspect.getattr_static(thing, name, _UNKNOWN)
    if isinstance(found, MemberDescriptorType):  # of a class with slots
        try:
            return found.__get__(thing, type(thing))
        except AttributeError:
            return _UNKNOWN
    return found
