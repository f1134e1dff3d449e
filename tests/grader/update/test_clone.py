from __future__ import annotations

import pytest

from grader.update.clone import Clone, GitError


def test_what_git_complains_of_is_one_line_without_its_label(mine) -> None:
    with pytest.raises(GitError, match=r"^Needed a single revision$"):
        Clone(mine.root).commit("nowhere")


def test_a_git_that_called_us_does_not_name_the_repository(mine, monkeypatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert Clone(mine.root).commit("HEAD")


def test_a_tree_names_every_file_as_it_is(mine) -> None:
    mine.write("notes/ä b.md", "x\n")
    mine.commit()
    tree = Clone(mine.root).tree("HEAD")
    assert tree["notes/ä b.md"] == ("100644", mine.git("rev-parse", "HEAD:notes/ä b.md"))


def test_what_is_changed_here_or_staged_is_changed(mine) -> None:
    mine.answer("greet").write_text("mine\n")
    mine.answer("twice").write_text("staged\n")
    mine.git("add", mine.kata("twice").stub.as_posix())
    mine.answer("twice").unlink()
    assert Clone(mine.root).changed() == {
        mine.kata("greet").stub.as_posix(),
        mine.kata("twice").stub.as_posix(),
    }


def test_a_joined_commit_moves_no_branch_and_no_file(mine) -> None:
    clone = Clone(mine.root)
    head, before = clone.commit("HEAD"), mine.state()
    tree = clone.tree(head)
    joined = clone.joined((head, head), {".gitignore": None, "copy": tree[".gitignore"]})
    assert mine.state() == before
    assert clone.tree(joined) == {
        **{path: entry for path, entry in tree.items() if path != ".gitignore"},
        "copy": tree[".gitignore"],
    }
