"""`new` makes a kata that proves itself, or nothing at all."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grader.catalog import Course, Kata
from grader.draft.files import _write
from grader.errors import UsageError
from grader.verify import KataProof, verify

ROOT = Path(__file__).parents[3]
SOUND = ROOT / "tests/courses/sound"
PLACEHOLDER = "TODO(author)"
LONGEST = "a_name_as_long_as_they_may_be_"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course of one sound kata, `rest/nap`, in a folder of its own."""
    return Course(shutil.copytree(SOUND, tmp_path / "sound"))


def snapshot(course: Course) -> dict[Path, str]:
    """Return every file of a course, folders included."""
    return {
        path.relative_to(course.root): path.read_text(encoding="utf-8") if path.is_file() else "/"
        for path in course.root.rglob("*")
        if "__pycache__" not in path.parts
    }


def new(katas, course: Course, *argv: str):
    return katas("new", *argv, folder=course.root)


def proof_of(course: Course, name: str) -> tuple[Kata, KataProof]:
    kata = Course(course.root).find(name)
    (proof,) = verify(Course(course.root), [kata])
    return kata, proof


def files_of(course: Course, before: dict[Path, str]) -> list[Path]:
    return [course.root / path for path in snapshot(course) if path not in before]


def test_a_new_kata_is_proven_but_for_what_its_author_has_to_write(katas, course) -> None:
    before = snapshot(course)
    result = new(katas, course, "rest/siesta", "--function", "fetch_both")
    assert (result.code, result.err) == (0, "")
    kata, proof = proof_of(course, "siesta")
    assert (kata.id, kata.number) == ("rest/siesta", "0102")
    assert (proof.mistakes_caught, proof.mistakes) == (2, 2)
    assert (proof.variants_accepted, proof.variants) == (1, 1)
    texts = [path.read_text() for path in files_of(course, before) if path.is_file()]
    missing = sum(text.count(PLACEHOLDER) for text in texts)
    missing -= (course.root / kata.pristine).read_text().count(PLACEHOLDER)  # told of the stub
    assert len(proof.problems) == missing > 10
    assert all("still to be written: " in problem for problem in proof.problems)


def test_a_new_kata_is_whole_once_everything_is_written(katas, course) -> None:
    before = snapshot(course)
    assert new(katas, course, "dreams/siesta").code == 0
    for path in filter(Path.is_file, files_of(course, before)):
        path.write_text(path.read_text().replace(PLACEHOLDER, "Words of an author"))
    kata, proof = proof_of(course, "siesta")
    assert proof.problems == ()
    assert kata.chapter_folder == "02_dreams"


def test_nothing_else_is_touched(katas, course) -> None:
    before = snapshot(course)
    new(katas, course, "rest/siesta")
    assert before.items() <= snapshot(course).items()


def test_the_page_names_every_file_and_what_comes_next(katas, course) -> None:
    before = snapshot(course)
    result = new(katas, course, "rest/siesta")
    made = {p.relative_to(course.root).as_posix() for p in files_of(course, before) if p.is_file()}
    assert {row.strip() for row in result.out.splitlines() if row.startswith("  ")} == made
    assert "docs/author.md" in result.out
    assert "katas verify siesta" in result.out


def test_the_example_runs_beside_the_reference(katas, course) -> None:
    new(katas, course, "rest/siesta", "--function", "fetch_both")
    kata = Course(course.root).find("siesta")
    shutil.copy(course.root / kata.reference, course.root / kata.stub)
    done = subprocess.run(
        [sys.executable, course.root / kata.example], capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("second is here\n['FIRST', 'SECOND']\n")


@pytest.mark.parametrize("name", ["ab", LONGEST])
def test_what_is_made_passes_the_linter_as_it_stands(katas, course, name) -> None:
    pytest.importorskip("ruff")
    for settings in ("pyproject.toml", "exercises/.ruff.toml", "solutions/.ruff.toml"):
        shutil.copy(ROOT / settings, course.root / settings)
    before = snapshot(course)
    assert new(katas, course, f"{LONGEST}/{name}").code == 0
    made = [path for path in files_of(course, before) if path.suffix == ".py"]
    for command in (["check", "--no-cache"], ["format", "--check", "--no-cache"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, *made],
            cwd=course.root,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("siesta", "'siesta' is not chapter/name, as semaphore/my_kata is."),
        ("rest/", "'rest/' is not chapter/name"),
        ("rest/Siesta", "'Siesta' cannot be a name here"),
        ("rest/a/b", "'a/b' cannot be a name here"),
        ("rest/../x", "'../x' cannot be a name here"),
        ("rest/2nd", "'2nd' cannot be a name here"),
        ("rest/sièsta", "'sièsta' cannot be a name here"),
        ("rest/await", "'await' is a word that Python keeps for itself."),
        ("01_rest/siesta", "'01_rest' cannot be a name here"),
        (f"rest/{LONGEST}x", f"'{LONGEST}x' is too long: 30 characters at most."),
        ("rest/queue", "'queue' is a module of Python's own"),
        ("rest/nap", "The name 'nap' is taken: exercises/01_rest/01_nap is there."),
        ("dreams/nap", "The name 'nap' is taken: exercises/01_rest/01_nap is there."),
        ("rests/siesta", "There is no chapter 'rests'. Did you mean rest?"),
    ],
)
def test_a_name_that_does_not_serve_is_refused_in_one_line(katas, course, name, line) -> None:
    before = snapshot(course)
    result = new(katas, course, name)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert result.err.startswith(line)
    assert snapshot(course) == before


def test_a_chapter_may_be_called_like_a_word_of_pythons(katas, course) -> None:
    assert new(katas, course, "await/siesta").code == 0
    assert Course(course.root).find("siesta").id == "await/siesta"


def test_a_function_that_cannot_be_one_is_refused(katas, course) -> None:
    before = snapshot(course)
    result = new(katas, course, "rest/siesta", "--function", "class")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert snapshot(course) == before


def test_a_chapter_that_is_nearly_like_another_is_made_by_its_folder(katas, course) -> None:
    assert "make the folder exercises/02_rests first" in new(katas, course, "rests/siesta").err
    (course.root / "exercises/02_rests").mkdir()
    assert new(katas, course, "rests/siesta").code == 0
    assert (course.root / "exercises/02_rests/README.md").is_file()


@pytest.mark.parametrize("gone", ["solutions", "tests/suites"])
def test_a_hand_out_takes_no_new_kata(katas, course, gone) -> None:
    shutil.rmtree(course.root / gone)
    before = snapshot(course)
    result = new(katas, course, "rest/siesta")
    assert result.code == 2
    assert result.err == f"There is no {gone}/ here: a new kata needs the whole course.\n"
    assert snapshot(course) == before


@pytest.mark.parametrize(
    "there",
    [
        "exercises/01_rest/07_siesta/notes.txt",
        "solutions/01_rest/02_siesta/siesta.py",
        "tests/suites/01_rest/test_siesta.py",
    ],
)
def test_what_is_there_is_never_written_over(katas, course, there) -> None:
    (course.root / there).parent.mkdir(parents=True, exist_ok=True)
    (course.root / there).write_text("mine")
    before = snapshot(course)
    result = new(katas, course, "rest/siesta")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "is taken" in result.err
    assert snapshot(course) == before


def test_what_cannot_be_written_to_its_end_leaves_nothing(katas, course) -> None:
    (course.root / "tests/suites/02_dreams").write_text("a file where a folder belongs")
    before = snapshot(course)
    result = new(katas, course, "dreams/siesta")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert result.err.endswith("Nothing was made.\n")
    assert snapshot(course) == before


def test_a_file_that_appears_meanwhile_is_kept(tmp_path) -> None:
    (tmp_path / "there").write_text("mine")
    with pytest.raises(UsageError, match="there cannot be written"):
        _write(tmp_path, [(Path("new/one"), ""), (Path("there"), "ours")])
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
    assert (tmp_path / "there").read_text() == "mine"


def test_what_ends_it_half_way_leaves_nothing(tmp_path) -> None:
    def texts():
        yield Path("new/one"), "whole"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _write(tmp_path, texts())
    assert list(tmp_path.iterdir()) == []


def test_without_a_name_it_says_how_to_give_one(katas):
    (katas.course.root / "Makefile").touch()
    result = katas("new")
    assert (result.code, result.out) == (2, "")
    assert result.err == "Name the new kata: `make new KATA=semaphore/my_kata`.\n"
