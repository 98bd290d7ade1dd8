from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.assessment_writer import write_model
from koordinator.domain.errors import FieldMissing
from koordinator.domain.ids import AssessmentModelId, EmployeeId, ModelDraftId
from koordinator.domain.released_model import (
    ModelDayTaken,
    ModelDraft,
    ModelInUse,
    ModelPeriod,
    ModelVersionTaken,
    ReleasedModel,
    ReleaseInThePast,
    check_release,
    model_in_force,
    model_periods,
    withdrawn,
)
from tests.domain.assessments import plain_model
from tests.support.office import TODAY, SetClock


def released(version: str, from_on: date) -> ReleasedModel:
    return ReleasedModel(AssessmentModelId(int(version)), "small", version, "", from_on)


@given(st.sets(st.dates(date(2020, 1, 1), date(2030, 1, 1)), min_size=1, max_size=8), st.dates(date(2019, 1, 1)))
def test_exactly_one_model_is_in_force_on_each_day_from_the_first_on(days: set[date], day: date) -> None:
    models = [released(str(n), from_on) for n, from_on in enumerate(days)]
    periods = model_periods(models)

    in_force = [period.released for period in periods if period.is_in_force(day)]

    assert len(in_force) == (day >= min(days))
    assert model_in_force(models, day) == (in_force[0] if in_force else None)
    assert [period.is_over(day) for period in periods] == sorted(period.is_over(day) for period in periods)


def test_a_model_is_released_from_today_on_a_free_day_under_a_free_name() -> None:
    models = (released("1", date(2000, 1, 1)), released("2", TODAY + timedelta(10)))
    third = replace(plain_model(), version="3")

    with pytest.raises(ReleaseInThePast):
        check_release(models, third, TODAY - timedelta(1), TODAY)
    with pytest.raises(ModelDayTaken):
        check_release(models, third, TODAY + timedelta(10), TODAY)
    with pytest.raises(ModelVersionTaken):
        check_release(models, plain_model(), TODAY, TODAY)
    check_release(models, third, TODAY, TODAY)


def test_a_draft_holds_the_model_as_far_as_it_is_written() -> None:
    draft = ModelDraft(ModelDraftId(1), write_model(plain_model()), None, EmployeeId(1), SetClock().now())

    assert draft.model == plain_model()


def test_what_is_withdrawn_before_its_day_is_never_in_force_and_frees_the_day() -> None:
    first, second = released("1", date(2000, 1, 1)), released("2", TODAY + timedelta(10))
    gone = withdrawn(second, " Et spørgsmål mangler ", TODAY)

    assert (gone.withdrawn_on, gone.withdrawn_because) == (TODAY, "Et spørgsmål mangler")
    assert model_periods((first, gone)) == (ModelPeriod(first, None),)
    assert model_in_force((first, gone), TODAY + timedelta(11)) == first
    check_release((first, gone), replace(plain_model(), version="3"), TODAY + timedelta(10), TODAY)


def test_what_is_in_force_or_withdrawn_already_is_not_withdrawn_and_a_reason_is_needed() -> None:
    first, second = released("1", date(2000, 1, 1)), released("2", TODAY + timedelta(10))
    for model in (first, withdrawn(second, "Fejl", TODAY)):
        with pytest.raises(ModelInUse):
            withdrawn(model, "Fejl", TODAY)
    with pytest.raises(FieldMissing):
        withdrawn(second, " ", TODAY)
