"""Other people's tests run in processes of their own, and nothing of them stays behind."""

import os
import textwrap

import pytest

from tests.conformance import sources
from tests.conformance.__main__ import judge
from tests.conformance.exceptions import Known
from tests.conformance.results import run
from tests.conformance.sources import CannotBeHadError, Part

NEVER_ENDS = """\
    import json, pathlib, signal, subprocess, sys
    notes = pathlib.Path(sys.argv[1])
    if not notes.read_text():
        notes.write_text(json.dumps({"begins": "waits"}) + "\\n")
        subprocess.Popen(["sh", "-c", "exec >FIFO; exec sleep 600"])
        signal.pause()
"""


def program(folder, text):
    file = folder / "program.py"
    file.write_text(textwrap.dedent(text), encoding="utf-8")
    return str(file)


def made_up(folder, body):
    """Return a module of tests with a loop at hand, as a part."""
    lines = ["import asyncio, os, unittest", "class Tests(unittest.TestCase):"]
    lines += ["    def setUp(self):", "        self.loop = asyncio.new_event_loop()"]
    lines += ["        self.addCleanup(self.loop.close)"]
    (folder / "test_made_up.py").write_text("\n".join(lines) + "\n" + body)
    child = folder / "child.py"
    child.write_text(
        f"import os, sys\nsys.path[1:1] = [{str(sources.INSIDE)!r}]\nimport on_stdlib\n"
        "on_stdlib.main(*sys.argv[1:])\nos._exit(0)\n"
    )
    return Part("made_up", (str(child), "KIND", "test_made_up"), ("loop",))


BODY = """\
    def test_passes(self):
        self.loop.run_until_complete(asyncio.sleep(3600 if "Virtual" in repr(self.loop) else 0))

    def test_without_a_loop(self):
        pass

    def test_differs(self):
        self.assertIn("Plain", repr(self.loop))

    def test_crashes(self):
        if "Virtual" in repr(self.loop):
            os.abort()
        self.skipTest("not here")

    def test_last(self):
        self.loop.run_until_complete(asyncio.sleep(0))
"""


@pytest.fixture(scope="module")
def part(tmp_path_factory):
    return made_up(tmp_path_factory.mktemp("made_up"), BODY)


def test_a_difference_is_found_and_a_crash_survived(part):
    row = judge(part, []).row
    name = "test_made_up.Tests.test_"
    assert row.passed == [f"{name}last", f"{name}passes", f"{name}without_a_loop"]
    assert row.undocumented == [f"{name}crashes", f"{name}differs"]
    assert (row.tests, row.used) == (5, 2)
    assert {each.ours.outcome for each in row.differences} == {"fail", "crash"}


def test_what_fails_on_the_plain_loop_gets_a_second_try_there(tmp_path):
    flag = tmp_path / "flag"
    body = f"""\
    def test_passes_the_second_time(self):
        first = not os.path.exists({str(flag)!r})
        open({str(flag)!r}, "w").close()
        self.assertFalse(first)
"""
    row = judge(made_up(tmp_path, body), []).row
    assert row.passed == ["test_made_up.Tests.test_passes_the_second_time"]


def test_an_exception_that_is_none_is_told(part):
    known = [Known(("*.test_crashes", "*.test_differs"), "why"), Known(("*.test_last",), "why")]
    judged = judge(part, known)
    assert judged.row.undocumented == []
    assert {test for _, _, test in judged.stale} == {"test_made_up.Tests.test_last"}
    assert not judged.is_clean


def test_a_test_that_never_ends_is_ended_with_all_it_started(tmp_path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    ear = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    results = run([program(tmp_path, NEVER_ENDS.replace("FIFO", str(fifo)))], silence=0.1)
    os.set_blocking(ear, True)
    assert os.read(ear, 1) == b""  # nobody holds its other end
    os.close(ear)
    assert {test: result.outcome for test, result in results.items()} == {"waits": "hang"}
    assert 'program.py", line 6 in <module>' in results["waits"].why


def test_a_program_without_results_is_an_error(tmp_path):
    with pytest.raises(RuntimeError, match="No result from"):
        run([program(tmp_path, "print('nothing')")])


def test_an_interpreter_without_its_tests_is_named(monkeypatch):
    with pytest.raises(CannotBeHadError, match="does not ship no_such_package"):
        list(sources.stdlib("no_such_package.test_asyncio"))


def test_tests_that_no_index_has_are_named(monkeypatch, tmp_path):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setattr(sources, "CACHE", tmp_path / "sources")
    with pytest.raises(CannotBeHadError, match="no source distribution"):
        sources._source_of("anyio")
