"""What `verify` found: a line per kata, its problems below, totals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from rich.text import Text

from grader.catalog import Kata
from grader.report.as_json import as_text
from grader.report.failure import mark
from grader.report.lines import QUIET, STRONG, folded, line, rendered
from grader.report.paper import Paper


class Proof(Protocol):
    """What this page needs of `grader.verify.KataProof`, which is a layer above."""

    @property
    def kata(self) -> Kata: ...  # noqa: D102  # the names say it, here and below
    @property
    def checks(self) -> int: ...  # noqa: D102
    @property
    def mistakes(self) -> int: ...  # noqa: D102
    @property
    def mistakes_caught(self) -> int: ...  # noqa: D102
    @property
    def variants(self) -> int: ...  # noqa: D102
    @property
    def variants_accepted(self) -> int: ...  # noqa: D102
    @property
    def seconds(self) -> float: ...  # noqa: D102
    @property
    def problems(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def ok(self) -> bool: ...  # noqa: D102


_COUNTS = ("checks", "mistakes", "mistakes_caught", "variants", "variants_accepted")


def proof_page(proofs: Sequence[Proof], paper: Paper) -> str:
    """Return the totals and, per kata, what was proven and what falls short."""
    rows = [row for proof in proofs for row in _kata(paper, proof)]
    total = _totals(proofs)
    short = sum(not proof.ok for proof in proofs)
    rows.append(Text())
    rows += folded(paper, f"{len(proofs)} kata{'s' if len(proofs) > 1 else ''}: {_counted(total)}")
    said = f"{short} of {len(proofs)} fall short." if short else "Every kata is whole and proven."
    spent = f"{total['seconds']:.2f} s"
    return rendered(paper, [*rows, *folded(paper, f"{said}   {spent}", style=STRONG)])


def proof_document(proofs: Sequence[Proof]) -> str:
    """Return the same as one JSON document. Its seconds are real: this measures our own work."""
    katas = [
        {
            "kata": proof.kata.id,
            "ok": proof.ok,
            **{name: getattr(proof, name) for name in _COUNTS},
            "seconds": round(proof.seconds, 3),
            "problems": list(proof.problems),
        }
        for proof in proofs
    ]
    whole = {
        "version": 1,
        "ok": all(proof.ok for proof in proofs),
        **_totals(proofs),
        "katas": katas,
    }
    return as_text(whole)


def _kata(paper: Paper, proof: Proof) -> list[Text]:
    lead = line(paper, mark(paper, "pass" if proof.ok else "fail"), " ", proof.kata.number, " ")
    name = proof.kata.slug.ljust(18)
    said = (
        f"{name} {proof.checks:2} checks  "
        f"{proof.mistakes_caught:2}/{proof.mistakes} mistakes  "
        f"{proof.variants_accepted:2}/{proof.variants} variants  {proof.seconds:5.2f} s"
    )
    rows = folded(paper, said, lead=lead)
    for problem in proof.problems:
        rows += folded(paper, problem, lead=line(paper, "       ", ("- ", QUIET)))
    return rows


def _totals(proofs: Sequence[Proof]) -> dict[str, Any]:
    totals: dict[str, Any] = {
        name: sum(getattr(proof, name) for proof in proofs) for name in _COUNTS
    }
    return {**totals, "seconds": round(sum(proof.seconds for proof in proofs), 3)}


def _counted(counts: dict[str, Any]) -> str:
    return (
        f"{counts['checks']} checks, "
        f"{counts['mistakes_caught']}/{counts['mistakes']} mistakes caught, "
        f"{counts['variants_accepted']}/{counts['variants']} variants accepted"
    )
