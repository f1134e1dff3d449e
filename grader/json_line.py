"""One line of JSON for a dataclass of plain data, and back: what crosses the pipes."""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import Any

import msgspec

_encoder = msgspec.json.Encoder()
_decoder = cache(msgspec.json.Decoder)
# Two threads in which msgspec meets a dataclass for the first time end in a segmentation fault.
_one_at_a_time = Lock()


class UnreadableError(ValueError):
    """Raised for a line that is not what it should be, whoever wrote it."""


def to_json(item: Any) -> bytes:
    """Return one line of JSON for a dataclass of plain data; lone surrogates become "?"."""
    try:
        return _encoder.encode(item)
    except UnicodeEncodeError:  # a learner may give a task a name with a lone surrogate
        return _encoder.encode(_without_surrogates(msgspec.to_builtins(item)))


def _without_surrogates(data: Any) -> Any:
    if isinstance(data, str):
        return data.encode(errors="replace").decode()
    if isinstance(data, dict):
        return {_without_surrogates(key): _without_surrogates(item) for key, item in data.items()}
    if isinstance(data, list | tuple):
        return [_without_surrogates(item) for item in data]
    return data


def from_json(data: bytes | str, kind: type) -> Any:
    """Return `kind` read from JSON; raise `UnreadableError` for anything else."""
    with _one_at_a_time:
        decoder = _decoder(kind)
    try:
        return decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(str(error)) from None
