"""How time goes beside real work, with a made-up real clock."""

from math import inf

import pytest

from grader.lab.real.reality import Reality, Work


class Pretended(Reality):
    """Two hours of real time pass in each wait; `events` come in the last of them."""

    def __init__(self, waits=1, events=(), **options):
        super().__init__(**options)
        self.now, self.asked = 0.0, []
        self._waits, self._events = waits, list(events)

    def _real_time(self):
        return self.now

    def select(self, timeout):
        self.asked.append(timeout)
        if timeout == 0:
            return []
        self._waits -= 1
        self.now += 7200 if timeout is None else min(7200, timeout)
        return [] if self._waits else self._events

    def hear(self, seconds, **options):
        return self.listen(self.select, seconds, **options)


def work(**options):
    return Work(**options)


def test_an_event_takes_the_real_time_it_came_after():
    assert Pretended(events=["event"]).hear(10_000, walks=True) == (["event"], 7200)


def test_in_a_fenced_world_no_event_takes_any_time():
    reality = Pretended(events=["event"], is_fenced=True)
    reality.begin(work())
    assert reality.hear(10_000) == (["event"], 0)
    assert reality.hear(10) == ([], 10)


def test_an_event_never_comes_later_than_the_deadline():
    reality = Pretended()
    reality._real_time = iter([0.0, 100.0]).__next__
    assert reality.listen(lambda seconds: ["it"] if seconds else [], 10, walks=True) == (["it"], 10)


def test_what_is_there_already_takes_no_time():
    assert Pretended().listen(lambda _: ["event"], 10, walks=True) == (["event"], 0)


def test_a_wait_that_is_cut_short_goes_on():
    reality = Pretended(waits=3, events=["event"])
    assert reality.hear(1e6, walks=True) == (["event"], 3 * 7200)
    assert reality.asked == [0, 86400, 86400, 86400]


def test_where_nothing_comes_all_the_time_has_passed():
    assert Pretended().hear(10, walks=True) == ([], 10)


def test_with_nothing_at_work_time_jumps():
    reality = Pretended()
    assert reality.hear(1e9) == ([], 1e9)
    assert reality.now == 0


def test_what_is_waited_for_last_takes_no_time():
    reality = Pretended(events=["signal"])
    assert reality.hear(inf, waits=True) == (["signal"], 0)


def test_the_clock_stands_still_for_a_job():
    reality = Pretended(events=["done"])
    reality.begin(work(holds_clock=True))
    assert reality.hear(10) == (["done"], 0)


def test_the_clock_walks_when_a_job_takes_longer_than_patience():
    reality = Pretended(waits=9, patience=5)
    reality.begin(work(holds_clock=True))
    assert reality.hear(10) == ([], 0)
    assert reality.hear(10) == ([], 10)
    assert reality.asked == [0, 5, 0, 10]


def test_a_job_that_ends_brings_patience_back():
    reality = Pretended(waits=9, patience=5)
    job = reality.begin(work(holds_clock=True))
    reality.begin(work(holds_clock=True))
    assert reality.hear(10) == ([], 0)
    reality.end(job)
    assert reality.hear(10) == ([], 0)


def test_the_clock_walks_for_work_and_jumps_when_it_ends():
    reality = Pretended(waits=9)
    running = iter([True, True, True, False, False])
    reality.begin(work(is_running=lambda: next(running)))
    assert reality.hear(1e6) == ([], 1e6)
    assert reality.now < 1


def test_work_of_which_nobody_knows_is_given_up_when_it_does_not_move():
    reality = Pretended(waits=9, patience=5)
    reality.begin(work(is_certain=False))
    assert reality.hear(inf) == ([], inf)
    assert reality.now == 5


def test_work_of_which_nobody_knows_is_waited_for_while_it_moves():
    reality = Pretended(waits=9, patience=5)
    positions = iter([1, 2, 2, 3, 3, 3, 3])
    reality.begin(work(is_certain=False, position=lambda: next(positions)))
    assert reality.hear(inf) == ([], inf)
    assert reality.now > 5


def test_certain_work_is_waited_for_without_end():
    reality = Pretended(waits=100, events=["event"], patience=5)
    reality.begin(work())
    assert reality.hear(inf) == (["event"], 720_000)


def test_a_real_file_counts_unless_the_world_is_fenced():
    reality, fenced = Reality(), Reality(is_fenced=True)
    for each in (reality, fenced):
        each.watchers.append(lambda: True)
    assert reality.walks()
    assert not fenced.walks()
    assert fenced.patience == inf


def test_a_loop_that_spins_beside_real_work_lets_time_walk():
    reality = Pretended()
    assert reality.spun() is None
    reality.begin(work())
    reality.now = 5.0
    reality.spun()
    reality.now = 7.0
    assert reality.spun() == 2


def test_a_loop_that_spins_beside_a_job_lets_time_stand():
    reality = Pretended()
    reality.begin(work(holds_clock=True))
    assert [reality.spun(), reality.spun()] == [0, 0]


@pytest.mark.parametrize("times", [1, 2])
def test_a_bell_wakes_who_waits_now_or_later(times):
    bell = Reality().bell
    for _ in range(times):
        bell.ring()
    assert list(bell.select(None)) == ["rung"]
    assert list(bell.select(0)) == []
