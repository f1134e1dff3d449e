"""Which keys are meant, however the bytes of a terminal come."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from grader.watch.keyboard import _keys


@pytest.fixture
def pipes() -> Iterator[tuple[int, int, int]]:
    """What is read, where it is typed, and what would wake the reader."""
    (typed, typing), (wake, woken) = os.pipe(), os.pipe()
    yield typed, typing, wake
    for descriptor in (typed, wake, woken):
        os.close(descriptor)


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        (b"n", ["n"]),
        (b"nnh", ["n", "n", "h"]),  # as a slow line brings them
        (b"\x1b", ["\x1b"]),
        (b"\x1b[A", []),  # an arrow
        (b"\x1b[200~rr\x1b[201~", []),  # a paste
        (b"for error in errors: raise error", []),  # where the terminal does not mark one
        ("é".encode(), ["\ufffd", "\ufffd"]),
        (b"", [""]),
    ],
)
def test_what_is_typed_is_keys(typed, keys, pipes):
    terminal, typing, wake = pipes
    os.write(typing, typed)
    if not typed:
        os.close(typing)
    assert _keys(terminal, wake) == keys
    if typed:
        os.write(typing, b"q")
        assert _keys(terminal, wake) == ["q"]
        os.close(typing)
