"""Encoded values of a record as Python values, whatever the record holds."""

from __future__ import annotations

from typing import Any

from grader.encoding import Thing, decode


def decoded(data: Any) -> Any:
    """Return the value of encoded data; what no encoder writes becomes a `Thing`."""
    try:
        return decode(data)
    except Exception:  # whatever forged data provokes, a check must still see one harmless value
        return Thing("value that cannot be read")
