"""Who waits for whom: every suspended task, what it waits for, and who could end that.

A picture of one moment. It names only what can be seen: who holds a lock, whose end is awaited; and
that nobody comes, only where the world stands still for good.
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf
from typing import Any, Protocol

from grader.lab.crew.gates import Gate
from grader.lab.trace import TaskLife, Trace
from grader.lab.waiting.awaits import CALLS, Await, behind
from grader.lab.waiting.circles import circles
from grader.lab.waiting.holds import Hold, ThreadHold, holders_of
from grader.lab.waiting.nodes import Node, is_over, name_of, node_of_task, nodes_of_threads
from grader.lab.waiting.spin import instead
from grader.lab.waiting.uses import Use, uses_ahead
from grader.run import Party, Waiting, Where

MOST_NAMES = 4  # of those whose end is awaited, in one sentence
MOST_READ = 200  # of those whose code is looked into


@dataclass(frozen=True)
class Graph:
    """Who waits, in the order of making, and who waits for each other in a circle."""

    waits: dict[Any, Waiting]  # by task or thread
    cycles: tuple[tuple[str, ...], ...]

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """What each of them waits for."""
        return tuple(self.waits.values())


def graph_of(
    tasks: Iterable[asyncio.Task[Any]],
    trace: Trace | None = None,
    *,
    crew: Crew | None = None,
    for_good: bool = True,
) -> Graph:
    """Return who waits for whom among unfinished tasks and the threads of a crew.

    `for_good` says that nothing else can happen: then who is not there never comes.
    """
    threads = [member.thread for member in crew.members] if crew else []
    found = nodes_of_threads(thread for thread in threads if thread is not None)
    return _Picture(tasks, trace, found, for_good).graph()


def blocked(crew: Crew) -> Graph:
    """Return who waits for whom while the task that runs blocks the loop for good."""
    loop = asyncio._get_running_loop()
    tasks = [] if loop is None else [task for task in asyncio.all_tasks(loop) if not task.done()]
    return graph_of(tasks, getattr(loop, "trace", None), crew=crew)


def spinning(tasks: Iterable[asyncio.Task[Any]], trace: Trace | None = None) -> tuple[Waiting, ...]:
    """Return where tasks ask again and again, and what to await instead (`why`)."""
    picture = _Picture(tasks, trace, (), for_good=False)
    return tuple(picture.spinning(node) for node in picture.nodes)


class Thread(Protocol):
    """A thread of a crew."""

    thread: threading.Thread | None


class Crew(Protocol):
    """What the graph asks of a crew (`crew/threads.py`): the threads that it has."""

    @property
    def members(self) -> Sequence[Thread]:
        """Return them in the order of their start."""


class _Picture:
    def __init__(
        self,
        tasks: Iterable[asyncio.Task[Any]],
        trace: Trace | None,
        threads: Iterable[Node],
        for_good: bool,
    ) -> None:
        self._trace = trace
        self._mine = trace.mine if trace else ""
        self._for_good = for_good
        nodes = [self._node(task) for task in tasks]
        nodes.sort(key=lambda node: (node.number, node.name))
        self.nodes = [*nodes, *threads]
        self._order = {node.of: place for place, node in enumerate(self.nodes)}
        _tell_apart(self.nodes)
        self._bringing = {id(end): node for node in self.nodes for end in node.brings()}
        self._edges: dict[str, list[str]] = {node.name: [] for node in self.nodes}

    def _node(self, task: asyncio.Task[Any]) -> Node:
        life = self._trace.life_of(task) if self._trace else None
        name = life.name if life else task.get_name()
        return node_of_task(task, name, life.number if life else _number_in(name))

    def graph(self) -> Graph:
        waits = {node.of: self._waiting(node) for node in self.nodes}
        return Graph(waits, circles(self._edges))

    def spinning(self, node: Node) -> Waiting:
        """Return where a task asks, and what it should await."""
        return replace(self._waiting(node), by=(), why=instead(node.program(self._mine)))

    def _waiting(self, node: Node) -> Waiting:
        wait = node.awaited()
        by = [*self._ends(node, wait), *self._holders(node, wait)] or self._wakers(node, wait)
        told = [wait.facts, _permits(wait.thing)]
        if not by and self._for_good:
            told.append(wait.missing)
        where = node.where(self._mine) or self._made_at(node)
        why = ", and ".join(filter(None, told))
        return Waiting(node.name, self._what(wait), where, tuple(by), why)

    def _made_at(self, node: Node) -> Where | None:
        """Return the line that made a task of nothing but a call of the library."""
        life = self._trace.life_of(node.of) if self._trace and node.number else None
        return life.where if life else None

    # Whose end is awaited

    def _what(self, wait: Await) -> str:
        if not wait.ends:
            return wait.what
        names = [node.name if node else name for node, name in self._open(wait)]
        if len(names) > MOST_NAMES:
            names[MOST_NAMES - 1 :] = [f"{len(names) - MOST_NAMES + 1} more"]
        return wait.what.format(", ".join(names))

    def _open(self, wait: Await) -> list[tuple[Node | None, str]]:
        """Return those whose end is still to come, in the order of the nodes."""
        ends = [end for end in dict.fromkeys(wait.ends) if not is_over(end)]
        found = [(self._node_behind(end), name_of(end)) for end in ends]
        last = len(self.nodes)
        return sorted(found, key=lambda pair: self._order[pair[0].of] if pair[0] else last)

    def _node_behind(self, end: Any) -> Node | None:
        return self._bringing.get(id(end)) or self._bringing.get(id(behind(end)))

    def _ends(self, node: Node, wait: Await) -> Iterator[Party]:
        for other, _ in self._open(wait):
            if other is not None:
                self._edges[node.name].append(other.name)
                yield Party(other.name, "is awaited")

    # Who holds it

    def _holders(self, node: Node, wait: Await) -> Iterator[Party]:
        for party in map(self._party, _holds(wait.thing)):
            if party.role == "holds" and party.name in self._edges:
                self._edges[node.name].append(party.name)
            yield party

    def _party(self, hold: Hold) -> Party:
        since = hold.at if hold.at > -inf else None
        if isinstance(hold, ThreadHold) and hold.thread is not None:
            node = self._node_behind(hold.thread())
            if node is None:  # a pool's thread may live on
                return Party("a job of a thread", "took and ended", hold.where, since)
            return Party(node.name, "holds", hold.where, since)
        task, where = hold.task() if hold.task else None, hold.where
        life = self._life(task, hold.task_name)
        if where is None and life is not None and life.parent_number and self._trace:
            # A task that is nothing but the acquisition took it for whoever made that task, at
            # whose line it was made. Up to 3.11, `wait_for` makes such tasks.
            where = life.where
            life = self._trace.tasks[life.parent_number - 1]
            task = next((n.of for n in self.nodes if n.number == life.number), None)
        node = self._node_behind(task) if task else None
        name = node.name if node else life.name if life else hold.task_name
        is_there = node is not None or (life is not None and life.ended is None)
        if not name:  # taken outside any task
            return Party("a callback", "holds", where, since)
        return Party(name, "holds" if is_there else "took and ended", where, since)

    def _life(self, task: asyncio.Task[Any] | None, asyncio_name: str) -> TaskLife | None:
        if self._trace is None:
            return None
        return self._trace.life_of(task) if task else self._trace.life_called(asyncio_name)

    # Who could wake it

    def _wakers(self, node: Node, wait: Await) -> list[Party]:
        if not self._for_good or not wait.by_calling:
            return []
        found: dict[str, Party] = {}
        for other, use in self._ahead.get(id(wait.thing), ()):
            if use.name in wait.by_calling and other is not node:
                found.setdefault(
                    other.name, Party(other.name, "could wake", use.where, call=use.name)
                )
        self._edges[node.name] += found
        return list(found.values())[:MOST_NAMES]

    @cached_property
    def _ahead(self) -> dict[int, list[tuple[Node, Use]]]:
        """What lies ahead of each one's code, by the identity of the thing that is used."""
        found: dict[int, list[tuple[Node, Use]]] = {}
        for node in self.nodes[:MOST_READ]:
            for frame in node.program(self._mine):
                for use in uses_ahead(frame, CALLS):
                    found.setdefault(id(use.thing), []).append((node, use))
        return found


def _holds(thing: Any) -> list[Hold]:
    """Return who holds a lock, or the permits of a semaphore, as far as that is certain."""
    if isinstance(thing, asyncio.Lock | asyncio.Semaphore):
        holders = holders_of(thing)
        if holders is not None and holders.is_sure and len(holders.holds) == _taken(thing):
            return holders.holds
    if isinstance(thing, Gate) and thing.holder is not None:
        return [thing.holder]
    return []


def _taken(lock: asyncio.Lock | asyncio.Semaphore) -> int:
    holders = holders_of(lock)
    if isinstance(lock, asyncio.Lock) or holders is None:
        return int(lock.locked())
    return holders.permits - lock._value


def _permits(thing: Any) -> str:
    if not isinstance(thing, asyncio.Semaphore):
        return ""
    holders = holders_of(thing)
    if holders is None or _taken(thing) != holders.permits:
        return ""
    if not holders.permits:
        return "it was made with no permit"
    if holders.permits == 1:
        return "its only permit is taken"
    return f"{holders.permits} of {holders.permits} permits are taken"


def _tell_apart(nodes: list[Node]) -> None:
    """Give nodes of one name different ones: a program may name its tasks alike."""
    times = Counter(node.name for node in nodes)
    for place, node in enumerate(nodes, 1):
        if times[node.name] > 1:
            node.name = f"{node.name} (task {node.number or place})"


def _number_in(name: str) -> int:
    number = re.search(r"\d+$", name)
    return int(number[0]) if number else 0
