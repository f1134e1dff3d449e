"""Circles in a graph of names."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence


def circles(edges: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return circles that share no member, each from its first name in the order of `edges`.

    Of several through that name the shortest; a name that leads to itself is a circle too.
    """
    found: list[tuple[str, ...]] = []
    used: set[str] = set()
    for name in edges:
        circle = () if name in used else _back_to(name, edges, used)
        used.update(circle)
        found += [circle] if circle else []
    return tuple(found)


def _back_to(start: str, edges: Mapping[str, Sequence[str]], closed: set[str]) -> tuple[str, ...]:
    paths: deque[tuple[str, ...]] = deque([(start,)])
    seen = set(closed)
    while paths:
        path = paths.popleft()
        for name in edges.get(path[-1], ()):
            if name == start:
                return path
            if name not in seen:
                seen.add(name)
                paths.append((*path, name))
    return ()
