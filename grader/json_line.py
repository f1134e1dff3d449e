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
    """Return `kind` read from JSON; raise `msgspec.DecodeError` when it does not fit."""
    with _one_at_a_time:
        decoder = _decoder(kind)
    return decoder.decode(data)
