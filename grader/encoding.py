"""Values of a submission as plain JSON data, copied by type; anything else is only named.

An object that lies about `==` never reaches the judge: only builtin types are copied. What is
derived from a list, tuple, set or dict is copied as one, by the methods of the builtin type: what
a class of a learner's overrides is never called.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from grader.json_line import from_json, to_json
from grader.run import Error

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
        kind = with_article(self.kind)
        return f"{kind} ({self.name})" if self.name else kind


@dataclass(frozen=True)
class Ended:
    """How an attempt ended: with a value, or with an error."""

    value: Any = None
    error: Error | None = None


def with_article(name: str) -> str:
    """Return a type's name as a learner reads it: an int, a list."""
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def name_of(kind: type) -> str:
    """Return the name of a class, whatever its metaclass says."""
    name: str = type.__dict__["__name__"].__get__(kind)
    return name


class Encoder:
    """Turns values into JSON data. `error` describes exceptions."""

    def __init__(self, error: Callable[[BaseException], Error]) -> None:
        self._error = error
        self._left = MAX_ITEMS
        # By identity: a metaclass may lie about equality and hashes as well as an object may.
        self._by_type: dict[int, Callable[[Any, int], Any]] = {
            id(int): self._int,
            id(float): lambda value, depth: {"float": value.hex()},
            id(str): self._str,
            id(Ended): self._ended,
            id(Error): lambda value, depth: {"error": _plain(value)},
        }
        self._by_type[id(dict)] = self._dict
        self._by_type |= dict.fromkeys(map(id, (bytes, bytearray)), self._bytes)
        self._by_type |= dict.fromkeys(map(id, _COLLECTIONS), self._items)

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
            return _thing("value too large to record", name_of(kind))
        encoder = self._by_type.get(id(kind))
        if encoder is not None:
            return encoder(value, depth)
        for base in _COLLECTIONS:
            if issubclass(kind, base):  # a named tuple is a tuple
                return {name_of(base): self._each(base.__iter__(value), depth)}
        if issubclass(kind, dict):
            return self._dict(value, depth)
        if issubclass(kind, BaseException):
            return {"error": _plain(self._error(value))}
        described = describe(value)
        return _thing(described.kind, described.name)

    def _int(self, value: int, depth: int) -> Any:
        return {"int": hex(value)} if value.bit_length() <= MAX_INT_BITS else _thing("huge int")

    def _str(self, value: str, depth: int) -> Any:
        fits = len(value) <= MAX_TEXT and _encodable(value)
        return value if fits else _thing("string too long to record")

    def _bytes(self, value: bytes | bytearray, depth: int) -> Any:
        if len(value) > MAX_TEXT:
            return _thing("bytes too long to record")
        return {name_of(type(value)): value.hex()}

    def _items(self, value: Iterable[Any], depth: int) -> Any:
        return {name_of(type(value)): self._each(value, depth)}

    def _dict(self, value: dict[Any, Any], depth: int) -> Any:
        flat = self._each(chain.from_iterable(dict.items(value)), depth)
        return {"dict": list(map(list, zip(flat[::2], flat[1::2], strict=False)))}

    def _each(self, values: Iterable[Any], depth: int) -> list[Any]:
        encoded = []
        for item in values:
            encoded.append(self._encode(item, depth - 1))
            if self._left < 0:  # the last one says that something is missing
                break
        return encoded

    def _ended(self, value: Ended, depth: int) -> Any:
        return {"ended": [self._encode(value.value, depth - 1), _plain(value.error)]}


_COLLECTIONS: tuple[Any, ...] = (list, tuple, set, frozenset)


def _thing(kind: str, name: str = "") -> Any:
    return {"thing": [kind, name]}


def _plain(error: Error | None) -> Any:
    return None if error is None else from_json(to_json(error), object)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate is legal in a str, not in JSON
        return False
    return True


_NAMED: tuple[tuple[type, str], ...] = (
    (types.CoroutineType, "coroutine object"),
    (types.AsyncGeneratorType, "async generator"),
    (types.GeneratorType, "generator"),
    (types.FunctionType, "function"),
)
_UNNAMED: tuple[tuple[type, str], ...] = (
    (types.MethodType, "method"),
    (types.ModuleType, "module"),
)


_FUTURES = {"_GatheringFuture": "Future of gather(...)"}  # by asyncio's own names


def _futures() -> tuple[type, ...]:
    # Not imported for this: whoever has a future has asyncio, and the judge needs neither.
    module = sys.modules.get("_asyncio")
    return () if module is None else (module.Task, module.Future)


def describe(value: Any) -> Thing:
    """Name a value that is not plain data, by its type alone."""
    kind = type(value)
    if kind is types.CoroutineType and value.cr_frame is None:  # somebody did await it
        return Thing("finished coroutine object", value.__qualname__)
    for cls, label in _NAMED:
        if kind is cls:
            return Thing(label, value.__qualname__.rpartition("<locals>.")[2])
    for cls, label in _UNNAMED:
        if kind is cls:
            return Thing(label)
    if issubclass(kind, _futures()):  # the lab's tasks are a kind of their own
        return Thing(_FUTURES.get(name_of(kind), name_of(kind)))
    return Thing("class" if issubclass(kind, type) else f"{name_of(kind)} object")


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
