"""Values of a submission as plain JSON data, copied by exact type; anything else is only named.

An object that lies about `==` never reaches the judge: only exact builtin types are copied.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from grader.run import Error, from_json, to_json

MAX_DEPTH = 20
MAX_ITEMS = 20_000  # of one value, all levels together
MAX_TEXT = 200_000  # characters of one string, bytes of one bytes object
MAX_INT_BITS = 4096


@dataclass(frozen=True)
class Thing:
    """A value that is not plain data: what it is, and what it is called."""

    kind: str  # "coroutine", "task", "object of class Foo", ...
    name: str = ""

    def __str__(self) -> str:
        return f"a {self.kind} ({self.name})" if self.name else f"a {self.kind}"


@dataclass(frozen=True)
class Ended:
    """How an attempt ended: with a value, or with an error."""

    value: Any = None
    error: Error | None = None


class Encoder:
    """Turns values into JSON data. `error` describes exceptions, `thing` what is not plain."""

    def __init__(
        self, error: Callable[[BaseException], Error], thing: Callable[[Any], Thing] | None = None
    ):
        self._error = error
        self._thing = thing or describe
        self._left = MAX_ITEMS

    def encode(self, value: Any) -> Any:
        """Return JSON data for `value`; never raises and never calls a method of the value."""
        self._left = MAX_ITEMS
        return self._encode(value, MAX_DEPTH)

    def _encode(self, value: Any, depth: int) -> Any:
        kind = type(value)
        self._left -= 1
        if value is None or kind is bool:
            return value
        if depth == 0 or self._left < 0:
            return {"thing": ["value too large to record", kind.__name__]}
        if kind is int:
            return (
                {"int": hex(value)}
                if value.bit_length() <= MAX_INT_BITS
                else {"thing": ["huge int", ""]}
            )
        if kind is float:
            return {"float": value.hex()}
        if kind is str:
            return (
                value
                if len(value) <= MAX_TEXT and _encodable(value)
                else {"thing": ["string too long", ""]}
            )
        if kind in (bytes, bytearray):
            return (
                {kind.__name__: value.hex()}
                if len(value) <= MAX_TEXT
                else {"thing": ["bytes too long", ""]}
            )
        if kind in (list, tuple, set, frozenset):
            items = [self._encode(item, depth - 1) for item in list(value)]
            return {kind.__name__: items}
        if kind is dict:
            return {
                "dict": [
                    [self._encode(k, depth - 1), self._encode(v, depth - 1)]
                    for k, v in value.items()
                ]
            }
        if kind is Ended:
            return {"ended": [self._encode(value.value, depth - 1), _plain(value.error)]}
        if kind is Error:
            return {"error": _plain(value)}
        if issubclass(kind, BaseException):
            return {"error": _plain(self._error(value))}
        thing = self._thing(value)
        return {"thing": [thing.kind, thing.name]}


def _plain(error: Error | None) -> Any:
    return None if error is None else from_json(to_json(error), object)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate is legal in a str, not in JSON
        return False
    return True


_KINDS: tuple[tuple[type, str], ...] = (
    (types.CoroutineType, "coroutine object"),
    (types.AsyncGeneratorType, "async generator"),
    (types.GeneratorType, "generator"),
    (types.FunctionType, "function"),
    (types.MethodType, "method"),
    (types.ModuleType, "module"),
)


def describe(value: Any) -> Thing:
    """Name a value that is not plain data, by its exact type alone."""
    kind = type(value)
    for cls, label in _KINDS:
        if kind is cls:
            name = getattr(value, "__qualname__", "") or getattr(value, "__name__", "")
            return Thing(label, name if type(name) is str else "")
    if kind.__module__ in ("_asyncio", "asyncio.tasks", "asyncio.futures"):
        return Thing(kind.__name__)
    return Thing("class" if issubclass(kind, type) else f"{kind.__name__} object")


def decode(data: Any) -> Any:
    """Return the value of encoded JSON data; raise `ValueError` for what `Encoder` never writes."""
    if data is None or type(data) in (bool, str):
        return data
    if type(data) is not dict or len(data) != 1:
        raise ValueError(f"not an encoded value: {data!r}")
    ((tag, body),) = data.items()
    decoder = _DECODERS.get(tag)
    if decoder is None:
        raise ValueError(f"unknown tag {tag!r} in an encoded value")
    return decoder(body)


def _error_from(body: Any) -> Error:
    error: Error = from_json(to_json(body), Error)
    return error


_DECODERS: dict[str, Callable[[Any], Any]] = {
    "int": lambda body: int(body, 16),
    "float": float.fromhex,
    "bytes": bytes.fromhex,
    "bytearray": bytearray.fromhex,
    "list": lambda body: [decode(item) for item in body],
    "tuple": lambda body: tuple(decode(item) for item in body),
    "set": lambda body: {decode(item) for item in body},
    "frozenset": lambda body: frozenset(decode(item) for item in body),
    "dict": lambda body: {decode(key): decode(value) for key, value in body},
    "thing": lambda body: Thing(*body),
    "error": _error_from,
    "ended": lambda body: Ended(decode(body[0]), None if body[1] is None else _error_from(body[1])),
}
