"""The models: drafts that are kept, released from a day, tried, and read from and written to files."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.assessment import Assessment
from koordinator.domain.assessment_faults import UnusableModel
from koordinator.domain.assessment_model import AssessmentModel
from koordinator.domain.codes import Role
from koordinator.domain.errors import DomainError, NotAllowed, StaleVersion
from koordinator.domain.ids import AssessmentModelId
from koordinator.domain.model_edits import add_parameter
from koordinator.domain.released_model import ModelDayTaken, ModelDraft, ModelInUse, ModelVersionTaken, ReleaseInThePast
from koordinator.domain.steps import Step
from koordinator.storage.database_files import EncryptedFiles
from koordinator.usecases.assessment_models import AssessmentModels
from koordinator.usecases.assessments import Assessments
from tests.domain.assessments import STANDARD, STANDARD_TEXT
from tests.support.desk import services_at
from tests.support.killed import said_until_killed
from tests.support.office import KEY, TODAY, Bench

FIRST = AssessmentModelId(1)
ANSWERS = '[answers]\ndepartments = "three"\n'
ACTIONS = (Action.EDIT_MODEL, Action.RELEASE_MODEL, Action.TRY_MODEL, Action.IMPORT_MODEL, Action.EXPORT_MODEL)


@pytest.fixture
def models(bench: Bench) -> AssessmentModels:
    return services_at(bench).assessment_models


def stricter() -> AssessmentModel:
    """Three departments alone lead to meetings."""
    rules = (replace(each, step=Step.MEETINGS) if each.key == "many_departments" else each for each in STANDARD.rules)
    return replace(STANDARD, rules=tuple(rules), version="2")


def actions(bench: Bench) -> list[Action]:
    return [entry.action for entry in bench.log() if entry.action in ACTIONS]


def test_a_new_version_is_a_copy_that_is_kept_through_a_restart(bench: Bench, models: AssessmentModels) -> None:
    draft = models.new_version(bench.actor, FIRST)
    models.keep(bench.actor, draft, add_parameter(draft.model, "Søvn"))
    path = bench.database.path
    bench.database.close()

    again = Bench(EncryptedFiles().open(path, KEY))
    shelf = services_at(again).assessment_models.shelf(again.actor)
    again.database.close()

    (kept,) = shelf.drafts
    assert (kept.model.version, kept.based_on_id) == ("2", FIRST)
    assert [each.label for each in kept.model.parameters][-1] == "Søvn"
    assert [each.released.text for each in shelf.released] == [STANDARD_TEXT]


def test_what_is_typed_is_kept_without_an_entry_and_saved_with_one(bench: Bench, models: AssessmentModels) -> None:
    draft = models.new_version(bench.actor, FIRST)

    for title in ("V", "Vo", "Vor"):
        draft = models.keep(bench.actor, draft, replace(draft.model, title=title))
    draft = models.save(bench.actor, draft, draft.model)

    assert draft.model.title == "Vor"
    assert actions(bench) == [Action.EDIT_MODEL, Action.EDIT_MODEL]


def test_two_who_write_in_one_draft_never_write_over_each_other(bench: Bench, models: AssessmentModels) -> None:
    draft = models.new_empty(bench.actor, "Vores egen")
    models.keep(bench.actor, draft, replace(draft.model, source="Byrådet"))

    with pytest.raises(StaleVersion):
        models.keep(bench.actor, draft, replace(draft.model, source="Udvalget"))

    assert models.shelf(bench.actor).drafts[0].model.source == "Byrådet"


def test_a_text_that_could_not_be_read_back_is_not_kept(bench: Bench, models: AssessmentModels) -> None:
    draft = models.new_empty(bench.actor, "Vores egen")

    with pytest.raises(UnusableModel):
        models.keep(bench.actor, draft, replace(draft.model, title="x" * 201))

    assert models.shelf(bench.actor).drafts == (draft,)


def test_a_released_draft_takes_over_on_its_day(bench: Bench, models: AssessmentModels) -> None:
    lone = bench.add_citizen()
    first_of_december = TODAY + timedelta(10)
    draft = models.save(bench.actor, models.new_version(bench.actor, FIRST), stricter())

    released = models.release(bench.actor, draft, first_of_december)

    shelf = models.shelf(bench.actor)
    assert shelf.drafts == ()
    assert [(each.released.model_version, each.until_on) for each in shelf.released] == [
        ("2", None),
        ("1", first_of_december),
    ]
    assessments = Assessments(bench.office)
    assert assessments.open(bench.actor, lone.subject_id).assessment.model_version == "1"
    bench.clock.pass_days(10)
    assert assessments.open(bench.actor, lone.subject_id).assessment.model_version == "2"
    entry = bench.log()[-3]
    assert (entry.action, entry.thing_id, entry.codes) == (Action.RELEASE_MODEL, released.id, "from=2026-12-01")


def test_a_version_that_was_withdrawn_never_comes_and_says_why(bench: Bench, models: AssessmentModels) -> None:
    lone = bench.add_citizen()
    draft = models.save(bench.actor, models.new_version(bench.actor, FIRST), stricter())
    released = models.release(bench.actor, draft, TODAY + timedelta(10))

    models.withdraw(bench.actor, released.id, "Et spørgsmål mangler")

    entry = bench.log()[-1]
    assert (entry.action, entry.thing_id, entry.codes) == (Action.WITHDRAW_MODEL, released.id, "from=2026-12-01")
    shelf = models.shelf(bench.actor)
    assert [(each.released.model_version, each.until_on) for each in shelf.released] == [("1", None)]
    assert [(each.id, each.withdrawn_because) for each in shelf.withdrawn] == [(released.id, "Et spørgsmål mangler")]
    with pytest.raises(ModelInUse):
        models.withdraw(bench.actor, FIRST, "Fejl")
    again = models.new_version(bench.actor, FIRST)
    assert again.model.version == "3"
    models.release(bench.actor, again, TODAY + timedelta(10))
    bench.clock.pass_days(10)
    assert Assessments(bench.office).open(bench.actor, lone.subject_id).assessment.model_version == "3"


def test_a_release_that_cannot_be_changes_nothing(bench: Bench, models: AssessmentModels) -> None:
    actor = bench.actor
    models.release(actor, models.save(actor, models.new_version(actor, FIRST), stricter()), TODAY)
    draft = models.new_version(actor, FIRST)
    empty = models.new_empty(actor, "Tom")
    same_name = models.save(actor, models.new_version(actor, FIRST), stricter())
    before = models.shelf(actor)
    refusals: list[tuple[type[DomainError], ModelDraft, int]] = [
        (ReleaseInThePast, draft, -1),
        (ModelDayTaken, draft, 0),
        (ModelVersionTaken, same_name, 1),
        (UnusableModel, empty, 1),
    ]

    for refusal, refused, days in refusals:
        with pytest.raises(refusal):
            models.release(actor, refused, TODAY + timedelta(days))

    assert models.shelf(actor) == before


def test_a_draft_can_be_taken_away(bench: Bench, models: AssessmentModels) -> None:
    draft = models.new_empty(bench.actor, "Tom")

    models.discard(bench.actor, draft.id)

    assert models.shelf(bench.actor).drafts == ()


def test_a_file_comes_in_whole_or_not_at_all(bench: Bench, models: AssessmentModels, tmp_path: Path) -> None:
    fine, wrong = tmp_path / "fin.toml", tmp_path / "forkert.toml"
    fine.write_text(STANDARD_TEXT.replace('version = "1"', 'version = "9"'), encoding="utf-8")
    wrong.write_text(STANDARD_TEXT.replace('label = "Antal sager"', ""), encoding="utf-8")

    draft = models.import_file(bench.actor, fine)
    with pytest.raises(UnusableModel):
        models.import_file(bench.actor, wrong)

    assert models.shelf(bench.actor).drafts == (draft,)
    assert draft.model == replace(STANDARD, version="9")


def test_a_model_goes_out_and_comes_in_as_the_same(bench: Bench, models: AssessmentModels, tmp_path: Path) -> None:
    (released,) = models.shelf(bench.actor).released
    draft = models.save(bench.actor, models.new_version(bench.actor, FIRST), stricter())

    models.export_file(bench.actor, released.released, tmp_path / "standard.toml")
    models.export_file(bench.actor, draft, tmp_path / "udkast.toml")

    assert (tmp_path / "standard.toml").read_text(encoding="utf-8") == STANDARD_TEXT
    assert models.import_file(bench.actor, tmp_path / "udkast.toml").model == stricter()
    assert actions(bench).count(Action.EXPORT_MODEL) == 2


def test_trying_changes_nothing_and_is_logged(bench: Bench, models: AssessmentModels) -> None:
    lone = bench.add_citizen()
    Assessments(bench.office).compute_and_lock(bench.actor, lone.id, ANSWERS)
    with bench.office.aside() as tx:
        before = tx.of(Assessment).where()
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    report = models.try_out(bench.actor, stricter(), progress)

    (changed,) = report.changed
    assert (report.tried, report.same, changed.citizen_id) == (1, 0, lone.id)
    assert (changed.from_step, changed.to_step) == (Step.ALIGNMENT, Step.MEETINGS)
    assert changed.why.rule_before == changed.why.rule_now
    assert told == [(0, 1), (1, 1)]
    assert bench.log()[-1].action is Action.TRY_MODEL
    with bench.office.aside() as tx:
        assert tx.of(Assessment).where() == before


def test_a_trial_can_be_stopped_and_one_with_faults_is_not_begun(bench: Bench, models: AssessmentModels) -> None:
    lone = bench.add_citizen()
    Assessments(bench.office).compute_and_lock(bench.actor, lone.id, ANSWERS)

    stopped = models.try_out(bench.actor, stricter(), lambda _done, _total: False)
    with pytest.raises(UnusableModel):
        models.try_out(bench.actor, replace(stricter(), rules=()))

    assert (stopped.total, stopped.tried, stopped.was_stopped) == (1, 0, True)


@pytest.mark.parametrize("role", list(Role))
def test_only_the_administrator_works_on_models(
    bench: Bench, models: AssessmentModels, tmp_path: Path, role: Role
) -> None:
    actor = Actor(bench.actor.employee_id, frozenset({role}), Channel.WINDOW)
    draft = models.new_version(bench.actor, FIRST)
    (released,) = models.shelf(bench.actor).released
    file = tmp_path / "model.toml"
    file.write_text(STANDARD_TEXT, encoding="utf-8")
    acts: tuple[Callable[[], object], ...] = (
        lambda: models.shelf(actor),
        lambda: models.new_version(actor, FIRST),
        lambda: models.new_empty(actor, "Tom"),
        lambda: models.import_file(actor, file),
        lambda: models.export_file(actor, released.released, file),
        lambda: models.try_file(actor, file),
        lambda: models.try_out(actor, stricter()),
        lambda: models.save(actor, models.keep(actor, draft, draft.model), stricter()),
        lambda: models.release(actor, models.shelf(actor).drafts[-1], TODAY),
        lambda: models.discard(actor, models.new_empty(actor, "Tom").id),
    )

    for act in acts:
        if role is Role.ADMINISTRATOR:
            act()
        else:
            with pytest.raises(NotAllowed):
                act()
    if role is not Role.ADMINISTRATOR:
        with pytest.raises(NotAllowed):
            models.keep(actor, draft, draft.model)
        with pytest.raises(NotAllowed):
            models.release(actor, draft, TODAY)


@pytest.mark.parametrize("lines", [1, 7, 20])
def test_a_kill_loses_nothing_of_a_draft_that_was_kept(database_template: Path, tmp_path: Path, lines: int) -> None:
    path = tmp_path / "office.db"
    path.write_bytes(database_template.read_bytes())
    reached = int(said_until_killed(lines, "tests.usecases.model_child", path)[-1])

    bench = Bench(EncryptedFiles().open(path, KEY))
    (draft,) = services_at(bench).assessment_models.shelf(bench.actor).drafts
    bench.database.close()

    assert int(draft.model.title.split()[1]) - reached in (0, 1)
