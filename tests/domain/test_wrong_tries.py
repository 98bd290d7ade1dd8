from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.wrong_tries import FREE_TRIES, WrongTries

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def after(wrong: int) -> WrongTries:
    tries = WrongTries()
    for _ in range(wrong):
        tries = tries.and_another(NOW)
    return tries


def test_fingers_may_slip_twice() -> None:
    assert [after(wrong).seconds_left(NOW) for wrong in range(FREE_TRIES)] == [0, 0, 0]


def test_wait_doubles_up_to_five_minutes() -> None:
    waits = [after(wrong).seconds_left(NOW) for wrong in range(FREE_TRIES, 12)]

    assert waits == [5, 10, 20, 40, 80, 160, 300, 300, 300]


def test_wait_is_over_after_its_time() -> None:
    tries = after(FREE_TRIES)

    assert tries.seconds_left(NOW + timedelta(seconds=4.5)) == 1
    assert tries.seconds_left(NOW + timedelta(seconds=5)) == 0
    assert tries.seconds_left(NOW + timedelta(days=1)) == 0


@given(st.integers(0, 400), st.timedeltas(timedelta(days=-4_000), timedelta(days=4_000)))
def test_whatever_the_clock_says_nobody_waits_longer_than_the_wait(wrong: int, later: timedelta) -> None:
    tries = after(wrong)

    assert 0 <= tries.seconds_left(NOW + later) <= tries.seconds_left(NOW) <= 300


def test_wait_never_falls_with_another_try() -> None:
    waits = [after(wrong).seconds_left(NOW) for wrong in range(30)]

    assert all(one <= next_one for one, next_one in pairwise(waits))


def test_right_words_begin_anew_and_hide_nothing_from_the_log() -> None:
    assert after(5).and_right() == WrongTries(0, NOW, 5)
    assert after(5).and_right().seconds_left(NOW) == 0
