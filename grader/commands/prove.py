"""`verify`: prove that the course's own content is whole."""

from __future__ import annotations

import argparse

from grader.commands.choice import chosen
from grader.commands.outside import Outside
from grader.errors import EXIT_GRADED, EXIT_NOT_SOLVED, UsageError
from grader.report.proof import proof_document, proof_page
from grader.verify import KataProof, verify


def run(options: argparse.Namespace, outside: Outside) -> int:
    """Prove the chosen katas; 1 when anything falls short."""
    if options.claim and not options.katas:
        raise UsageError("--claim writes into suites: name the katas.")
    course = outside.course()
    katas = chosen(course, options.katas, outside.advice(course))
    proofs: list[KataProof] = []
    outside.working(f"proving {len(katas)} katas")
    try:
        for proof in verify(course, katas, claims_anew=options.claim):
            proofs.append(proof)
            outside.working(f"proven {len(proofs)}/{len(katas)}  {proof.kata.id}")
    finally:
        outside.working("")
    page = proof_document(proofs) if options.json else proof_page(proofs, outside.paper)
    outside.page(page)
    return EXIT_GRADED if all(proof.ok for proof in proofs) else EXIT_NOT_SOLVED
