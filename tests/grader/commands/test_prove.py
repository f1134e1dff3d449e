from __future__ import annotations

import json

import pytest

from grader.commands import prove
from grader.verify import KataProof


@pytest.fixture
def proofs(katas, monkeypatch) -> dict[str, tuple[str, ...]]:
    """Problems by kata id; the content proof itself has tests of its own."""
    problems: dict[str, tuple[str, ...]] = {}

    def verify(course, chosen, *, claims_anew):
        problems.update({"claimed": ("yes",)} if claims_anew else {})
        for kata in chosen:
            yield KataProof(kata, 5, 3, 3, 2, 2, 0.25, problems.get(kata.id, ()))

    monkeypatch.setattr(prove, "verify", verify)
    return problems


def test_a_proven_course_is_fine(katas, proofs) -> None:
    result = katas("verify")
    assert (result.code, result.err) == (0, "")
    assert "3 katas: 15 checks, 9/9 mistakes caught, 6/6 variants accepted\n" in result.out
    assert result.out.endswith("Every kata is whole and proven.   0.75 s\n")


def test_a_problem_is_told_and_decides_the_exit_code(katas, proofs) -> None:
    proofs["first/twice"] = ("The stub passes.",)
    result = katas("verify")
    assert result.code == 1
    assert "- The stub passes." in result.out
    alone = katas("verify", "greet")
    assert (alone.code, "1 kata: 5 checks" in alone.out) == (0, True)


def test_json_is_one_document(katas, proofs) -> None:
    proofs["first/twice"] = ("The stub passes.",)
    result = katas("verify", "--json", terminal=True)
    assert result.code == 1
    assert json.loads(result.out)["katas"][1]["problems"] == ["The stub passes."]


def test_claims_are_written_for_katas_that_are_named(katas, proofs) -> None:
    result = katas("verify", "--claim")
    assert (result.code, result.err) == (2, "--claim writes into suites: name the katas.\n")
    assert not proofs
    assert katas("verify", "greet", "--claim").code == 0
    assert proofs
