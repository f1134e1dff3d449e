"""Proves a course's content: the stub fails, right answers pass, each mistake fails as claimed."""

from __future__ import annotations

import ast
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from types import TracebackType

from grader.catalog import Course, Kata
from grader.verdict import Verdict
from grader.verify.benches import Benches
from grader.verify.claiming import claim
from grader.verify.claims import Claims
from grader.verify.content import claims, defects
from grader.verify.files import strays, tree_of


@dataclass(frozen=True)
class KataProof:
    """What was proven of one kata, and every way in which it falls short."""

    kata: Kata
    checks: int
    mistakes: int
    mistakes_caught: int
    variants: int
    variants_accepted: int
    seconds: float  # real ones, for people only
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """True when nothing falls short."""
        return not self.problems


def verify(
    course: Course, katas: Sequence[Kata], *, claims_anew: bool = False
) -> Iterator[KataProof]:
    """Yield the proof of each kata; raise `CourseError` when a suite cannot be used at all.

    With `claims_anew` each suite's claims are first written from what its mistakes really fail.
    """
    if claims_anew:
        with Benches(course, katas) as benches:
            for kata in katas:
                claim(benches, kata)
    with Prover(course, katas) as prover:
        yield from prover.proofs(katas)


class Prover:
    """Proves katas of a course. Use as a context manager; `count` as in `Benches`."""

    def __init__(self, course: Course, katas: Sequence[Kata], count: int | None = None) -> None:
        self._benches = Benches(course, katas, count)
        self._unknown = strays(course)

    def __enter__(self) -> Prover:
        self._benches.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._benches.__exit__(kind, error, traceback)

    def proofs(self, katas: Sequence[Kata]) -> Iterator[KataProof]:
        """Yield the proof of each kata. The answers of the next ones are judged meanwhile."""
        answers = {kata: [kata.root / path for path in _answers(kata)] for kata in katas}
        verdicts = self._benches.judge_all(
            [(kata, path) for kata in katas for path in answers[kata]]
        )
        for kata in katas:
            began = time.perf_counter()
            proof = _Proof(kata, list(islice(verdicts, len(answers[kata]))))
            nearby = [str(path) for path, nearest in self._unknown.items() if nearest == kata]
            yield proof.carried_out(nearby, began)


def _answers(kata: Kata) -> tuple[Path, ...]:
    return (kata.stub, kata.reference, *kata.mistakes.values(), *kata.variants.values())


@dataclass
class _Proof:
    """The proof of one kata while it is being carried out, with verdicts as `_answers` has them."""

    kata: Kata
    verdicts: Sequence[Verdict]
    problems: list[str] = field(default_factory=list)

    def carried_out(self, unknown: Sequence[str], began: float) -> KataProof:
        self.problems += defects(self.kata)
        self.problems += [f"{path} belongs to no kata." for path in unknown]
        said = claims(self.kata)
        coming = iter(self.verdicts)
        self._stub_fails(next(coming))
        reference = next(coming)
        self._reference_passes(reference)
        before = len(self.problems)
        caught = [name for name in self.kata.mistakes if self._is_caught(name, next(coming), said)]
        if not reference.solved:  # then it says nothing which checks a mistake fails
            del self.problems[before:]
        accepted = [name for name in self.kata.variants if self._is_accepted(name, next(coming))]
        return KataProof(
            self.kata,
            len(reference.checks),
            len(self.kata.mistakes),
            len(caught),
            len(self.kata.variants),
            len(accepted),
            time.perf_counter() - began,
            tuple(self.problems),
        )

    def _stub_fails(self, verdict: Verdict) -> None:
        passed = sorted(check.name for check in verdict.checks if check.status == "pass")
        if verdict.status == "error":
            self.problems.append(f"The stub cannot be judged: {verdict.message}")
        if passed or verdict.points:
            self.problems.append(
                f"The stub gets {verdict.points:g} points: it passes {_listed(passed)}."
            )
        if not verdict.not_started:
            self.problems.append("The stub is not recognised as not started.")

    def _reference_passes(self, verdict: Verdict) -> None:
        if not verdict.solved or verdict.points != verdict.max_points:
            self.problems.append(f"The reference fails {_failures(verdict)}.")

    def _is_caught(self, name: str, verdict: Verdict, said: Claims) -> bool:
        found = [
            *_difference(_failed(verdict), said.of(name)),
            *_naming(verdict, name),
            *self._explaining(verdict, name),
        ]
        self.problems += [f"Mistake {name!r} {problem}." for problem in found]
        return not found

    def _explaining(self, verdict: Verdict, name: str) -> Iterator[str]:
        tree = tree_of(self.kata, self.kata.mistakes[name])
        docstring = ast.get_docstring(tree) if tree else None
        if verdict.mistake == name and verdict.explanation.split() != (docstring or "").split():
            yield "is not explained with its own docstring"

    def _is_accepted(self, name: str, verdict: Verdict) -> bool:
        if not verdict.solved:
            self.problems.append(f"Variant {name!r} is right and fails {_failures(verdict)}.")
        return verdict.solved


def _failed(verdict: Verdict) -> frozenset[str]:
    return frozenset(check.name for check in verdict.checks if check.status in ("fail", "error"))


def _difference(failed: frozenset[str], claimed: frozenset[str]) -> Iterator[str]:
    if not failed:
        yield "fails nothing"
    elif failed - claimed:
        yield f"fails {_listed(sorted(failed - claimed))}, which does not claim it"
    if claimed - failed:
        yield f"is claimed by {_listed(sorted(claimed - failed))}, and passes"


def _naming(verdict: Verdict, name: str) -> Iterator[str]:
    if verdict.mistake != name:
        yield f"is told as {verdict.mistake!r}" if verdict.mistake else "is not recognised"


def _failures(verdict: Verdict) -> str:
    """Tell the first failure in full and count the others: they often have the same cause."""
    if verdict.status == "error":
        return f"altogether: {verdict.message}"
    first, *others = [check for check in verdict.checks if check.status != "pass"]
    more = f", and {len(others)} more" if others else ""
    return f"{first.name} ({first.message}){more}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) if names else "nothing"
