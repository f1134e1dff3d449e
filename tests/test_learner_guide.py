"""docs/learner.md shows what a learner sees: its screens are printed by the commands it names."""

from __future__ import annotations

import re
from pathlib import Path

from grader.catalog import EXAMPLE, Course
from grader.cli import main
from grader.job import Program
from grader.jobs import example_job
from grader.play import play
from grader.report.advice import Advice
from grader.report.paper import Paper
from grader.report.played import played
from grader.report.tried import tried_page
from tests.grader.conftest import Stream

COURSE = Course(Path(__file__).parents[1])
KATA = COURSE.find("limit_three")
GUIDE = (COURSE.root / "docs/learner.md").read_text(encoding="utf-8")
VERDICT, OUTPUT = re.findall(r"^```\n(.*?)^```$", GUIDE, flags=re.MULTILINE | re.DOTALL)


def test_the_verdict_is_what_check_says_of_batches(tmp_path):
    answer = tmp_path / KATA.folder / KATA.filename
    answer.parent.mkdir(parents=True)
    answer.write_bytes((KATA.root / KATA.mistakes["batches"]).read_bytes())
    out = Stream()
    asked = ["check", KATA.slug, "--from", str(tmp_path)]
    assert main(asked, stdout=out, stderr=Stream(), environ={}, folder=COURSE.root) == 0
    assert VERDICT in out.getvalue()


def test_the_output_is_what_try_prints_with_a_right_answer():
    example = Program(EXAMPLE, (COURSE.root / KATA.example).read_bytes())
    source = (KATA.root / KATA.reference).read_bytes()
    record = play(example_job(COURSE.root, KATA, source, example))
    assert OUTPUT in tried_page(KATA, played(record), "", "", Paper(), Advice())
