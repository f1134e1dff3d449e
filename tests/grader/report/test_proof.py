from __future__ import annotations

import json
from dataclasses import dataclass

from grader.catalog import Course, Kata
from grader.report.paper import Paper
from grader.report.proof import proof_document, proof_page


@dataclass(frozen=True)
class Proof:
    kata: Kata
    checks: int = 5
    mistakes: int = 3
    mistakes_caught: int = 3
    variants: int = 2
    variants_accepted: int = 2
    seconds: float = 0.25
    problems: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.problems


def test_totals_and_problems_are_shown(three: Course, golden) -> None:
    first, second, _ = three.katas
    fault = "mistakes/batches.py passes test_order, which claims it."
    golden(
        "proof",
        proof_page([Proof(first), Proof(second, mistakes_caught=2, problems=(fault,))], Paper()),
    )


def test_nothing_wrong_is_said(three: Course) -> None:
    assert "Every kata is whole and proven." in proof_page([Proof(three.katas[0])], Paper())


def test_the_document_holds_the_same(three: Course) -> None:
    first, second, _ = three.katas
    whole = json.loads(proof_document([Proof(first), Proof(second, problems=("x",))]))
    assert (whole["ok"], whole["checks"], whole["seconds"]) == (False, 10, 0.5)
    assert [kata["ok"] for kata in whole["katas"]] == [True, False]
