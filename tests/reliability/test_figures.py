"""Everything that must be reached, tried a little; `dev.py campaign reliability` tries it whole."""

import pytest

from tests.reliability.figure import NAMES, figure_named, leave_out_without_programs


@pytest.mark.parametrize("name", NAMES)
def test_what_must_be_reached_holds_in_a_short_set(name: str) -> None:
    figure = figure_named(name)
    leave_out_without_programs(figure)

    outcome = figure.run(figure.short)
    assert outcome.failures == ()
    assert outcome.trials > 0
