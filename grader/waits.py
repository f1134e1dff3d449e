"""Words and lines for who waits for whom: sentences, and circles drawn as circles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from grader.run import Party, Waiting, Where

MOST_NAMES = 4  # in one sentence
MOST_OTHERS = 30  # lines for those who wait, but not in a circle

At = Callable[[Where | None], str]  # " bank.py:12", or "" for a line that is not to be shown


def shown(where: Where | None) -> str:
    """Return ` file.py:3`, for those who may see every line."""
    return f" {where}" if where else ""


def sentence(wait: Waiting, place: At = shown, began: float = 0.0) -> str:
    """Return `task 2 waits at bank.py:12 for a Lock held by task 3 since t=1 s (bank.py:9)`.

    `began` is the moment that is t=0, on the clock of the parties.
    """
    return f"{_standing(wait, place)}{_held(wait, place, began)}{_missing(wait, place)}"


def together(waiting: Iterable[Waiting], place: At = shown) -> list[str]:
    """Return `task 2 and task 3 wait at bank.py:12 for ...`, a line for all that wait alike."""
    alike: dict[Waiting, list[str]] = {}
    for wait in waiting:
        alike.setdefault(replace(wait, task=""), []).append(wait.task)
    return [_of_all(names, wait, place) for wait, names in alike.items()]


def _of_all(names: Sequence[str], wait: Waiting, place: At) -> str:
    told = sentence(replace(wait, task=_listed(names)), place)
    return told if len(names) == 1 else told.replace(" waits", " wait", 1)


def asking(waiting: Iterable[Waiting], place: At = shown) -> list[str]:
    """Return `task 2 asks again and again at poll.py:7: ...` for those that spin, line by line."""
    alike: dict[tuple[Where | None, str], list[str]] = {}
    for wait in waiting:
        alike.setdefault((wait.where, wait.why), []).append(wait.task)
    return [_asking(names, place(where), why) for (where, why), names in alike.items()]


def _asking(names: Sequence[str], where: str, why: str) -> str:
    verb = "asks" if len(names) == 1 else "ask"
    told = f"{_listed(names)} {verb} again and again{' at' + where if where else ''}"
    return f"{told}: {why}" if why else told


def _listed(names: Sequence[str]) -> str:
    if len(names) > MOST_NAMES:
        names = [*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} more"]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _standing(wait: Waiting, place: At) -> str:
    where = place(wait.where)
    return f"{wait.task} waits{' at' + where if where else ''} for {wait.what}"


def _held(wait: Waiting, place: At, began: float) -> str:
    holders = [party for party in wait.by if party.role in ("holds", "took and ended")]
    if wait.why:
        told = ", and".join(f" by {_holder(party, place, began)}" for party in holders)
        return f": {wait.why}{told}"
    if [(party.name, party.role) for party in holders] == [(wait.task, "holds")]:
        return f" that it holds itself{_since(holders[0], place, began)}"
    return "".join(f" held by {_holder(party, place, began)}" for party in holders)


def _holder(party: Party, place: At, began: float) -> str:
    if party.role == "holds":
        return f"{party.name}{_since(party, place, began)}"
    where = place(party.where)
    at = f" at{where}" if where else ""
    return f"{party.name}{at}, which has ended without giving it back"


def _missing(wait: Waiting, place: At) -> str:
    told = [
        f"; {party.name} could call {party.call}(){' at' * bool(place(party.where))}"
        f"{place(party.where)}, but waits itself"
        for party in wait.by
        if party.role == "could wake"
    ]
    return "".join(told) if wait.why else ":" + "".join(told)[1:] if told else ""


def _since(party: Party, place: At, began: float) -> str:
    where = place(party.where)
    moment = "" if party.since is None else f" since t={_number(party.since - began)} s"
    return f"{moment} ({where.strip()})" if where else moment


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def circle(
    names: Sequence[str], waiting: Mapping[str, Waiting], place: At = shown, began: float = 0.0
) -> tuple[str, ...]:
    """Return one sentence for each member of a circle; a task that waits for itself gets two."""
    rows = tuple(sentence(waiting[name], place, began) for name in names)
    if len(names) > 1:
        return rows
    wait = waiting[names[0]]
    if not rows[0].startswith(f"{_standing(wait, place)} that it holds itself"):
        return (*rows, "itself")
    return _standing(wait, place), f"that it holds itself{_since(wait.by[0], place, began)}"


def leads(rows: int, *, unicode: bool = True) -> list[tuple[str, str]]:
    """Return what stands before each line of a circle: its first piece, and pieces folded under it.

    The first line points to who stands in it, the last one leads back to it.
    """
    down, bar, up = ("┌> ", "│  ", "└─ ") if unicode else ("+> ", "|  ", "+- ")
    middle = [(bar, bar)] * (rows - 2)
    return [(down, bar), *middle, (up, "   ")]


def picture(
    waiting: Sequence[Waiting], cycles: Sequence[Sequence[str]], *, began: float = 0.0
) -> list[str]:
    """Return lines of ASCII text: circles first, then whoever else waits."""
    by_name = {wait.task: wait for wait in waiting}
    lines = []
    for names in cycles:
        rows = circle(names, by_name, began=began)
        pairs = zip(leads(len(rows), unicode=False), rows, strict=True)
        lines += [f"{lead}{row}" for (lead, _), row in pairs]
    inside = {name for names in cycles for name in names}
    others = [wait for wait in waiting if wait.task not in inside]
    lines += [sentence(wait, began=began) for wait in others[:MOST_OTHERS]]
    if len(others) > MOST_OTHERS:
        lines.append(f"{len(others) - MOST_OTHERS:,} more wait")
    return lines
