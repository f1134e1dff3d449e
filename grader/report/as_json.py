"""Verdicts as one JSON document, a superset of Exercism's results version 3 (`docs/verdict.md`)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import msgspec

from grader.report.fragile import Fragile
from grader.report.score import percent, score, stretch
from grader.verdict import VERSION, CheckResult, Verdict
from grader.waits import leads

EXERCISM_VERSION = 3
EXERCISM_OUTPUT_CHARACTERS = 500
_CUT = " [Output was truncated. Please limit to 500 chars]"

Sources = Mapping[str, Mapping[str, str]]  # kata id -> check name -> body of the check


def document(
    verdicts: Sequence[Verdict],
    sources: Sources | None = None,
    explored: Sequence[Fragile] = (),
) -> str:
    """Return the document of a `check`. It holds no real time: equal code gives equal bytes."""
    total = score(verdicts)
    whole: dict[str, Any] = {
        "version": VERSION,
        "score": total.percent,
        "points": total.points,
        "max_points": total.max_points,
        "stretch": asdict(stretch(verdicts)),
        "katas": [entry(verdict, (sources or {}).get(verdict.kata, {})) for verdict in verdicts],
    }
    if explored:
        whole["explored"] = [
            {"kata": each.kata.id, "checks": msgspec.to_builtins(each.checks)} for each in explored
        ]
    return as_text(whole)


def as_text(whole: object) -> str:
    """Return plain data as JSON in ASCII, which every stream can carry."""
    return json.dumps(whole, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def entry(verdict: Verdict, sources: Mapping[str, str]) -> dict[str, Any]:
    """Return one verdict: all fields of `Verdict`, and those of Exercism's results beside them."""
    fields: dict[str, Any] = msgspec.to_builtins(verdict)
    first_failed = next((check for check in verdict.checks if check.status != "pass"), None)
    return {
        **fields,
        "version": EXERCISM_VERSION,
        "score": percent(verdict),
        "message": verdict.message or None,
        "tests": [
            _test(
                check, sources.get(check.name, ""), verdict.output if check is first_failed else ""
            )
            for check in verdict.checks
        ],
    }


def _test(check: CheckResult, code: str, output: str) -> dict[str, Any]:
    # Exercism knows no skipped test; what was not judged has not passed.
    status = "fail" if check.status == "skip" else check.status
    return {
        "name": check.sentence or check.name,
        "status": status,
        "message": None if status == "pass" else _message(check),
        "output": _bounded(output) or None,
        "test_code": code,
        "task_id": None,
    }


def _message(check: CheckResult) -> str:
    parts = (
        ("expected", check.expected),
        ("got", check.got),
        ("because", check.because),
        ("depends", check.depends),
    )
    lines = [] if check.expected or check.got else [check.message]
    lines += [f"{label}: {body}" for label, body in parts if body]
    for rows in check.cycles:
        drawn = zip(leads(len(rows), unicode=False), rows, strict=True)
        lines += [f"{lead}{row}" for (lead, _), row in drawn]
    if check.where is not None:
        lines.append(f"where: {check.where}")
    return "\n".join(lines)


def _bounded(output: str) -> str:
    if len(output) <= EXERCISM_OUTPUT_CHARACTERS:
        return output
    return output[: EXERCISM_OUTPUT_CHARACTERS - len(_CUT)] + _CUT
