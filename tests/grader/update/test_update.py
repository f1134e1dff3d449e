"""An update brings the newest course and loses nothing, whatever a learner did to the clone."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path

import pytest

from grader.backups import BACKUPS, Answer
from grader.catalog import Course
from grader.cli import main
from grader.errors import UsageError
from grader.marks import Outcome
from grader.progress import Progress
from grader.stubs import stub_news
from grader.update.aside import ASIDE, Aside
from grader.update.update import update

THREE = Path(__file__).parents[2] / "courses" / "three"
MINE = "def greet():\n    return 'mine'\n"
NEWER = "def greet(name):\n    # TODO: newer.\n    raise NotImplementedError\n"


def slugs(katas) -> list[str]:
    return [kata.slug for kata in katas]


def refused(mine, why: str) -> None:
    """Hold that an update is refused in one line, and that nothing has changed."""
    before = mine.state()
    with pytest.raises(UsageError, match=why) as told:
        update(mine.course)
    assert "\n" not in str(told.value)
    assert mine.state() == before
    assert not (mine.root / ".katas/aside").exists()


@pytest.fixture
def newer(origin, mine) -> None:
    """The stub and the task of the first kata have changed since the learner's clone."""
    origin.stub("greet", NEWER)
    readme = origin.root / origin.kata("greet").readme
    readme.write_text(readme.read_text() + "More.\n")
    origin.commit("Ask for more")


@pytest.fixture
def answered(mine) -> None:
    """The learner has answered the first kata, and committed nothing."""
    mine.answer("greet").write_text(MINE)


def test_where_nothing_is_new_it_says_so(mine) -> None:
    assert update(mine.course) is None


@pytest.mark.usefixtures("newer")
def test_an_untouched_answer_becomes_the_new_stub(mine) -> None:
    news = update(mine.course)
    assert mine.answer("greet").read_text() == NEWER
    assert (news.commits, slugs(news.stubs), slugs(news.tasks)) == (1, [], ["greet"])
    assert mine.git("status", "--porcelain") == ""


@pytest.mark.usefixtures("newer", "answered")
def test_an_answer_stays_where_the_course_changed_its_stub(mine) -> None:
    old = mine.git("rev-parse", "HEAD")
    news = update(mine.course)
    assert mine.answer("greet").read_text() == MINE
    assert mine.answer("greet").with_name(".stub.py").read_text() == NEWER
    assert (news.old, slugs(news.stubs), news.begun) == (old, ["greet"], {"first/greet"})
    assert mine.git("rev-parse", "HEAD") == mine.git("rev-parse", "@{upstream}")
    assert not (mine.root / ".katas/aside").exists()


@pytest.mark.usefixtures("newer", "answered")
def test_a_dated_copy_of_every_answer_is_kept_first(mine) -> None:
    update(mine.course)
    (backup,) = Answer(mine.kata("greet")).kept()
    assert backup.read_text() == MINE
    assert not Answer(mine.kata("twice")).kept()


@pytest.mark.usefixtures("newer", "answered")
def test_what_was_staged_is_an_answer_too(mine) -> None:
    mine.git("add", "-A")
    update(mine.course)
    assert mine.answer("greet").read_text() == MINE


@pytest.mark.usefixtures("newer")
def test_an_answer_that_was_deleted_comes_back_as_the_new_stub(mine) -> None:
    mine.answer("greet").unlink()
    update(mine.course)
    assert mine.answer("greet").read_text() == NEWER


@pytest.mark.usefixtures("newer", "answered")
def test_the_rights_of_an_answer_stay(mine) -> None:
    mine.answer("greet").chmod(0o600)
    update(mine.course)
    assert mine.answer("greet").stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("answered")
def test_an_answer_follows_a_kata_with_a_new_number_and_one_that_is_gone_is_kept(
    origin, mine
) -> None:
    mine.answer("twice").write_text("twice = 'mine'\n")
    origin.git("mv", "exercises/01_first/01_greet", "exercises/01_first/07_greet")
    origin.git("rm", "-rq", "exercises/01_first/02_twice")
    shutil.copytree(
        origin.root / origin.kata("limit_three").stub.parent,
        new := origin.root / "exercises/02_limits/02_fresh",
    )
    (new / "limit_three.py").rename(new / "fresh.py")
    origin.commit("Regroup")
    gone = mine.kata("twice")
    news = update(mine.course)
    assert mine.answer("greet") == mine.root / "exercises/01_first/07_greet/greet.py"
    assert mine.answer("greet").read_text() == MINE
    assert (slugs(news.new), slugs(news.gone)) == (["fresh"], ["twice"])
    assert slugs(news.moved) == ["greet"]
    assert not (mine.root / gone.stub).exists()
    assert Answer(gone).kept()[0].read_text() == "twice = 'mine'\n"


@pytest.mark.usefixtures("newer", "answered")
def test_an_answer_that_a_killed_update_left_aside_is_brought_back(mine) -> None:
    Aside(mine.root).take([mine.kata("greet").stub.as_posix()])
    update(mine.course)
    assert mine.answer("greet").read_text() == MINE
    assert not (mine.root / ASIDE).exists()


@pytest.mark.usefixtures("answered")
def test_what_was_written_since_is_worth_more(mine) -> None:
    Aside(mine.root).take([mine.kata("greet").stub.as_posix()])
    mine.answer("greet").write_text("newer\n")
    update(mine.course)
    assert mine.answer("greet").read_text() == "newer\n"
    assert not (mine.root / ASIDE).exists()


# Commits of the learner's


@pytest.mark.usefixtures("newer", "answered")
def test_answers_that_were_committed_stay_beside_the_new_course(mine) -> None:
    mine.commit("Solve greet")
    own = mine.git("rev-parse", "HEAD")
    mine.answer("twice").write_text("not committed\n")
    news = update(mine.course)
    assert news.own
    assert mine.answer("greet").read_text() == MINE
    assert mine.answer("greet").with_name(".stub.py").read_text() == NEWER
    assert mine.answer("twice").read_text() == "not committed\n"
    assert mine.git("rev-parse", "HEAD^1", "HEAD^2").split() == [
        own,
        mine.git("rev-parse", "@{upstream}"),
    ]
    assert mine.git("diff", "--name-only", "@{upstream}").split() == [
        mine.kata("greet").stub.as_posix(),
        mine.kata("twice").stub.as_posix(),
    ]
    assert update(mine.course) is None


@pytest.mark.usefixtures("newer", "answered")
def test_an_old_stub_over_a_committed_answer_becomes_the_new_stub(mine) -> None:
    mine.commit("Solve greet")
    Answer(mine.kata("greet")).reset()
    update(mine.course)
    assert mine.answer("greet").read_text() == NEWER


@pytest.mark.usefixtures("newer", "answered")
def test_a_committed_answer_follows_its_kata(origin, mine) -> None:
    mine.commit("Solve greet")
    origin.git("mv", "exercises/01_first/01_greet", "exercises/01_first/07_greet")
    origin.commit("Regroup")
    update(mine.course)
    assert mine.answer("greet") == mine.root / "exercises/01_first/07_greet/greet.py"
    assert mine.answer("greet").read_text() == MINE
    assert mine.git("status", "--porcelain") == ""


@pytest.mark.usefixtures("answered")
def test_a_committed_answer_to_a_kata_that_is_gone_is_kept(origin, mine) -> None:
    mine.commit("Solve greet")
    origin.git("rm", "-rq", "exercises/01_first/01_greet")
    origin.commit("Drop greet")
    gone = mine.kata("greet")
    assert slugs(update(mine.course).gone) == ["greet"]
    assert not (mine.root / gone.stub).exists()
    assert Answer(gone).kept()[0].read_text() == MINE
    assert mine.git("status", "--porcelain") == ""


@pytest.mark.usefixtures("newer")
def test_other_files_of_theirs_that_the_course_left_alone_stay_too(mine) -> None:
    mine.write("notes.md", "My notes\n")
    mine.write(".gitignore", "*.swp\n")
    mine.commit("Take notes")
    update(mine.course)
    assert (mine.root / "notes.md").read_text() == "My notes\n"
    assert (mine.root / ".gitignore").read_text() == "*.swp\n"
    assert mine.git("status", "--porcelain") == ""


@pytest.mark.usefixtures("newer")
def test_a_task_that_both_changed_and_committed_is_refused(mine) -> None:
    readme = mine.kata("greet").readme
    mine.write(readme.as_posix(), "My words\n")
    mine.commit("Change the task")
    refused(mine, f"You committed changes to {readme.as_posix()}, and so did the course")


# Examples, which are theirs to change

OWN_EXAMPLE = "print('my example')\n"


@pytest.fixture
def newer_example(origin, mine) -> None:
    """The first kata has another example since the learner's clone, and another number."""
    origin.example("greet").write_text("print('newer')\n")
    origin.git("mv", "exercises/01_first/01_greet", "exercises/01_first/07_greet")
    origin.commit("Show more")


@pytest.mark.usefixtures("newer_example")
def test_an_example_of_theirs_stays_and_follows_its_kata(mine) -> None:
    mine.example("greet").write_text(OWN_EXAMPLE)
    assert slugs(update(mine.course).programs) == ["greet"]
    assert mine.example("greet") == mine.root / "exercises/01_first/07_greet/example.py"
    assert mine.example("greet").read_text() == OWN_EXAMPLE
    assert mine.git("status", "--porcelain") == "M exercises/01_first/07_greet/example.py"


@pytest.mark.usefixtures("newer_example")
def test_an_example_of_theirs_that_was_committed_stays_too(mine) -> None:
    mine.example("greet").write_text(OWN_EXAMPLE)
    mine.commit("Try more")
    assert slugs(update(mine.course).programs) == ["greet"]
    assert mine.example("greet").read_text() == OWN_EXAMPLE
    assert mine.git("status", "--porcelain") == ""


@pytest.mark.usefixtures("newer_example")
def test_an_example_that_nobody_changed_is_the_newer_one(mine) -> None:
    mine.example("twice").write_text(OWN_EXAMPLE)
    assert update(mine.course).programs == []
    assert mine.example("greet").read_text() == "print('newer')\n"
    assert mine.example("twice").read_text() == OWN_EXAMPLE


@pytest.mark.parametrize("committed", [False, True])
def test_an_example_of_theirs_to_a_kata_that_is_gone_is_kept(origin, mine, committed) -> None:
    gone = mine.kata("greet")
    mine.example("greet").write_text(OWN_EXAMPLE)
    if committed:
        mine.commit("Try more")
    origin.git("rm", "-rq", "exercises/01_first/01_greet")
    origin.commit("Drop greet")
    news = update(mine.course)
    assert (slugs(news.gone), list(news.examples)) == (["greet"], [gone.id])
    assert not (mine.root / gone.example).exists()
    (kept,) = (mine.root / BACKUPS / gone.folder).rglob("*.py")
    assert kept.read_text() == OWN_EXAMPLE
    assert Answer(gone).kept() == []


@pytest.mark.parametrize("written_since", [False, True])
def test_an_example_that_a_killed_update_left_aside_is_brought_back(mine, written_since) -> None:
    path = mine.kata("greet").example.as_posix()
    mine.example("greet").write_text(OWN_EXAMPLE)
    Aside(mine.root).take([path])
    if written_since:
        mine.write(path, "print('since')\n")
    update(mine.course)
    assert mine.root.joinpath(path).read_text() == (
        "print('since')\n" if written_since else OWN_EXAMPLE
    )
    assert not (mine.root / ASIDE).exists()


# What stands in the way


@pytest.mark.usefixtures("newer", "answered")
def test_a_change_that_the_new_course_would_overwrite_is_named(mine) -> None:
    readme = mine.kata("greet").readme.as_posix()
    mine.write(readme, "My words\n")
    refused(mine, f"files that you changed or made: {readme}")
    (mine.root / readme).rename(mine.root / "my_words.md")
    update(mine.course)
    assert mine.answer("greet").read_text() == MINE
    assert mine.git("status", "--porcelain").split("\n") == [
        f"M {mine.kata('greet').stub.as_posix()}",
        "?? my_words.md",
    ]


@pytest.mark.usefixtures("answered")
def test_a_file_of_theirs_where_the_course_has_a_new_one_is_named(origin, mine) -> None:
    origin.write("exercises/extra.md", "New\n")
    origin.commit()
    mine.write("exercises/extra.md", "Mine\n")
    refused(mine, "changed or made: exercises/extra.md")
    (mine.root / "exercises/extra.md").unlink()
    update(mine.course)
    assert (mine.root / "exercises/extra.md").read_text() == "New\n"


@pytest.mark.usefixtures("newer", "answered")
def test_what_was_moved_away_is_away_again_where_the_update_fails(mine) -> None:
    readme = mine.kata("greet").readme.as_posix()
    mine.git("rm", "-q", "--cached", readme)
    (mine.root / readme).unlink()
    (mine.root / ".git/index.lock").touch()
    refused(mine, "everything is as it was: ")
    (mine.root / ".git/index.lock").unlink()
    update(mine.course)
    assert (mine.root / readme).is_file()


@pytest.mark.usefixtures("newer", "answered")
def test_other_changes_stay_as_they_are(mine) -> None:
    mine.write("exercises/01_first/README.md", "# My words\n")
    mine.write("exercises/01_first/01_greet/try.py", "print()\n")
    update(mine.course)
    assert (mine.root / "exercises/01_first/README.md").read_text() == "# My words\n"
    assert (mine.root / "exercises/01_first/01_greet/try.py").read_text() == "print()\n"


@pytest.mark.usefixtures("answered")
def test_without_a_network_nothing_changes(origin, mine) -> None:
    origin.root.rename(origin.root.with_name("away"))
    refused(mine, "could not be updated, and everything is as it was: ")


@pytest.mark.usefixtures("newer", "answered")
def test_another_git_at_work_changes_nothing(mine) -> None:
    (mine.root / ".git/index.lock").touch()
    before = mine.answer("greet").read_text()
    with pytest.raises(UsageError, match="everything is as it was"):
        update(mine.course)
    assert mine.answer("greet").read_text() == before
    assert mine.git("rev-parse", "HEAD") != mine.git("rev-parse", "@{upstream}")


def at_the_move(script: str, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let a git that is run to move the branch run this before, or instead."""
    fake = folder / "bin/git"
    fake.parent.mkdir()
    real = shutil.which("git")
    case = f'case "$*" in *--ff-only*) {script};; esac'
    fake.write_text(f'#!/bin/sh\n{case}\nexec "{real}" "$@"\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.usefixtures("newer", "answered")
def test_ctrl_c_in_the_middle_of_the_move_leaves_nothing_half_done(
    mine, monkeypatch, tmp_path
) -> None:
    at_the_move("kill -INT $PPID; kill -TERM $PPID; kill -INT $$", monkeypatch, tmp_path)
    update(mine.course)
    assert mine.answer("greet").read_text() == MINE
    assert mine.git("rev-parse", "HEAD") == mine.git("rev-parse", "@{upstream}")


@pytest.mark.usefixtures("newer", "answered")
def test_an_answer_that_cannot_be_put_back_is_named_and_waits(mine, monkeypatch, tmp_path) -> None:
    stub = mine.kata("greet").stub.as_posix()
    occupied = f'"{shutil.which("git")}" "$@"; rm {stub}; mkdir {stub}; exit'
    at_the_move(occupied, monkeypatch, tmp_path)
    with pytest.raises(UsageError, match="The course is updated, but"):
        update(mine.course)
    assert (mine.root / ASIDE / stub).read_text() == MINE
    (mine.root / stub).rmdir()
    assert update(mine.course) is None
    assert mine.answer("greet").read_text() == MINE


@pytest.mark.usefixtures("newer", "answered")
def test_a_git_that_fails_half_way_is_taken_back(mine, monkeypatch, tmp_path) -> None:
    """A full disk: git has written some files, then fails."""
    new = mine.root / "exercises/half.md"
    stub = mine.root / mine.kata("greet").pristine
    at_the_move(
        f'echo half > "{new}"; echo half > "{stub}"; '
        'echo "error: unable to write file" >&2; exit 128',
        monkeypatch,
        tmp_path,
    )
    mine.git("fetch", "-q")
    mine.git("add", "-A")  # also what was staged is as it was
    before = mine.state()
    with pytest.raises(UsageError, match="unable to write file"):
        update(mine.course)
    new.unlink()  # of no version: the script made it up
    assert mine.state() == before


# Where there is nothing to follow


def test_a_course_that_is_no_clone_is_refused(three) -> None:
    with pytest.raises(UsageError, match="is no git clone"):
        update(three)


def test_a_course_inside_another_repository_is_refused(origin, tmp_path) -> None:
    shutil.copytree(THREE, inside := origin.root / "inside")
    with pytest.raises(UsageError, match="is no git clone"):
        update(Course(inside))


def test_a_branch_without_an_upstream_is_refused(mine) -> None:
    mine.git("switch", "-qc", "own")
    refused(mine, "The branch own has no upstream to follow.")


def test_a_detached_head_is_refused(mine) -> None:
    mine.git("switch", "-q", "--detach")
    refused(mine, "HEAD is detached")


@pytest.mark.usefixtures("newer", "answered")
def test_a_merge_under_way_is_refused(mine) -> None:
    mine.commit("Solve greet")
    mine.git("fetch", "-q")
    with pytest.raises(Exception, match="merge"):
        mine.git("merge", "-q", "@{upstream}")
    with pytest.raises(UsageError, match="A merge is under way"):
        update(mine.course)


def test_without_git_one_line_says_so(mine, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="git cannot be started"):
        update(mine.course)


def test_what_update_told_of_a_stub_no_check_tells_again(origin, mine) -> None:
    mine.answer("greet").write_text(MINE)
    progress = Progress(mine.root)
    progress.record([Outcome("first/greet", "fail", 1.0, stub="as it was")])
    origin.stub("greet", NEWER)
    origin.commit()
    assert main(["update"], stdout=io.StringIO(), environ={}, folder=mine.root) == 0
    assert stub_news(mine.course.katas, progress) == ""


# The command


@pytest.mark.usefixtures("newer", "answered")
def test_the_command_tells_what_is_new_and_then_that_nothing_is(mine) -> None:
    first, second = io.StringIO(), io.StringIO()
    for said in (first, second):
        assert main(["update"], stdout=said, environ={}, folder=mine.root) == 0
    assert "stub      1 kata begun from a stub that has changed: 0101 greet" in first.getvalue()
    assert "next      katas check\n" in first.getvalue()
    command = next(row for row in first.getvalue().splitlines() if "git diff" in row).split()
    shown = mine.git(*command[1:])
    assert "+    # TODO: newer." in shown
    assert second.getvalue() == "The course is up to date.\n"


@pytest.mark.usefixtures("answered")
def test_the_command_tells_what_is_gone_of_which_no_file_is_left(origin, mine) -> None:
    origin.git("rm", "-rq", "exercises/01_first/01_greet")
    origin.commit("Drop greet")
    said = io.StringIO()
    assert main(["update"], stdout=said, environ={}, folder=mine.root) == 0
    assert "gone      1 kata not in the course any more: 0101 greet" in said.getvalue()
    assert "What you wrote for them is kept in .katas/backups." in said.getvalue()
