"""The municipality's assessment models: drafts of new versions, releasing them, trying them, files of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from koordinator.domain.access import Action, Actor, require
from koordinator.domain.assessment_check import check_model
from koordinator.domain.assessment_faults import UnusableModel
from koordinator.domain.assessment_model import AssessmentModel
from koordinator.domain.assessment_toml import parse_model, usable_model
from koordinator.domain.assessment_writer import write_model
from koordinator.domain.ids import AssessmentModelId, ModelDraftId
from koordinator.domain.model_edits import empty_model, key_for, next_version
from koordinator.domain.model_trial import ChangedOutcome, ModelTrial, ReadyModel, TrialReport
from koordinator.domain.released_model import (
    ModelDraft,
    ModelPeriod,
    ReleasedModel,
    check_release,
    model_periods,
    withdrawn,
)
from koordinator.usecases.long_work import Progress, always_on
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_models import ModelFiles

_AT_ONCE: Final = 2_000
_MODEL: Final = "assessment_model"
_DRAFT: Final = "model_draft"


@dataclass(frozen=True, slots=True)
class ModelShelf:
    """The drafts, the latest saved first, the released models and the withdrawn ones, the latest first, on the day."""

    drafts: tuple[ModelDraft, ...]
    released: tuple[ModelPeriod, ...]
    withdrawn: tuple[ReleasedModel, ...]
    today: date


class AssessmentModels:
    """What an administrator does with the models."""

    def __init__(self, office: Office, files: ModelFiles) -> None:
        self._office = office
        self._files = files

    def shelf(self, actor: Actor) -> ModelShelf:
        """All models. They concern no citizen, so the look is not logged. Raises NotAllowed."""
        require(actor, Action.EDIT_MODEL)
        with self._office.aside() as tx:
            drafts = tx.of(ModelDraft).where(order_by="saved_at")
            models = tx.of(ReleasedModel).where(order_by="from_on")[::-1]
            gone = tuple(model for model in models if model.withdrawn_on is not None)
            return ModelShelf(drafts[::-1], model_periods(models), gone, tx.today)

    def new_version(self, actor: Actor, model_id: AssessmentModelId) -> ModelDraft:
        """A draft of the next version of a released model. Raises NotFound."""
        with self._office.act(actor, Action.EDIT_MODEL) as tx:
            model = parse_model(tx.of(ReleasedModel).get(model_id).text)
            return _added(tx, actor, write_model(next_version(model, _versions(tx, model.key))), model_id)

    def new_empty(self, actor: Actor, title: str) -> ModelDraft:
        """A draft with nothing in it but the title."""
        with self._office.act(actor, Action.EDIT_MODEL) as tx:
            key = key_for(title, [each.key for each in tx.of(ReleasedModel).where()])
            return _added(tx, actor, write_model(empty_model(key, title, tx.today)))

    def import_file(self, actor: Actor, path: Path) -> ModelDraft:
        """A draft as the file has it, the whole of it. Raises UnusableModel, and then nothing is taken."""
        require(actor, Action.IMPORT_MODEL)
        text = write_model(usable_model(self._files.read(path)))
        with self._office.act(actor, Action.IMPORT_MODEL) as tx:
            return _added(tx, actor, text)

    def export_file(self, actor: Actor, model: ReleasedModel | ModelDraft, path: Path) -> None:
        """Writes the model as a file. Raises OutputNotWritten."""
        with self._office.act(actor, Action.EXPORT_MODEL) as tx:
            tx.about(_MODEL if isinstance(model, ReleasedModel) else _DRAFT, model.id)
            self._files.write(path, model.text)

    def keep(self, actor: Actor, draft: ModelDraft, model: AssessmentModel) -> ModelDraft:
        """The draft as it stands while somebody types: stored, without an entry in the log.

        Raises UnusableModel when a field holds what it cannot, NotFound or StaleVersion.
        """
        require(actor, Action.EDIT_MODEL)
        with self._office.aside() as tx:
            return _saved(tx, actor, draft, model)

    def save(self, actor: Actor, draft: ModelDraft, model: AssessmentModel) -> ModelDraft:
        """The draft as somebody leaves it. Raises UnusableModel, NotFound or StaleVersion."""
        with self._office.act(actor, Action.EDIT_MODEL) as tx:
            tx.about(_DRAFT, draft.id)
            return _saved(tx, actor, draft, model)

    def discard(self, actor: Actor, draft_id: ModelDraftId) -> None:
        """Takes a draft away. Raises NotFound."""
        with self._office.act(actor, Action.EDIT_MODEL) as tx:
            tx.about(_DRAFT, draft_id, codes="discarded=1")
            tx.of(ModelDraft).remove(draft_id)

    def release(self, actor: Actor, draft: ModelDraft, from_on: date) -> ReleasedModel:
        """Takes the draft into use from the day on; from then on it is never changed.

        Raises UnusableModel, ReleaseInThePast, ModelDayTaken, ModelVersionTaken or StaleVersion.
        """
        with self._office.act(actor, Action.RELEASE_MODEL) as tx:
            model = replace(_saved(tx, actor, draft, draft.model).model, valid_from=from_on)
            check_release(tx.of(ReleasedModel).where(), model, from_on, tx.today)
            if faults := check_model(model):
                raise UnusableModel(faults)
            released = tx.of(ReleasedModel).add(_released(model, from_on))
            tx.of(ModelDraft).remove(draft.id)
            tx.about(_MODEL, released.id, codes=f"from={from_on.isoformat()}")
            return released

    def withdraw(self, actor: Actor, model_id: AssessmentModelId, because: str) -> ReleasedModel:
        """Takes back a released model before its day; the one before it then goes on.

        Raises NotFound, ModelInUse, FieldMissing or FieldTooLong.
        """
        with self._office.act(actor, Action.WITHDRAW_MODEL) as tx:
            model = tx.of(ReleasedModel).save(withdrawn(tx.of(ReleasedModel).get(model_id), because, tx.today))
            tx.about(_MODEL, model.id, codes=f"from={model.from_on.isoformat()}")
            return model

    def try_out(
        self, actor: Actor, model: AssessmentModel, progress: Progress = always_on, *, draft_id: int = 0
    ) -> TrialReport:
        """Which locked assessments would come out otherwise by the model, which may be used; nothing is changed.

        The look is logged before it begins. It is read some thousands at a time, so that others can
        save meanwhile; stopped, it gives what was found so far. Raises UnusableModel.
        """
        if faults := check_model(model):
            raise UnusableModel(faults)
        with self._office.act(actor, Action.TRY_MODEL) as tx:
            texts = {(each.key, each.model_version): each.text for each in tx.of(ReleasedModel).where()}
            tx.about(_DRAFT, draft_id)
        return self._tried(model, texts, progress)

    def try_file(self, actor: Actor, path: Path, progress: Progress = always_on) -> TrialReport:
        """The same with the model of a file. Raises UnusableModel."""
        require(actor, Action.TRY_MODEL)
        return self.try_out(actor, usable_model(self._files.read(path)), progress)

    def _tried(self, model: AssessmentModel, texts: Mapping[tuple[str, str], str], progress: Progress) -> TrialReport:
        @cache
        def made_by(key: str, version: str) -> ReadyModel | None:
            text = texts.get((key, version))
            return ReadyModel(parse_model(text)) if text else None

        trial, changed, last = ModelTrial(model), list[ChangedOutcome](), 0
        with self._office.glance() as tx:
            total = tx.old_assessments.how_many()
        while progress(trial.tried, total):
            with self._office.glance() as tx:
                some = tx.old_assessments.after(last, _AT_ONCE)
            if not some:
                break
            last = some[-1].id
            outcomes = (trial.changed(old, made_by(old.model_key, old.model_version)) for old in some)
            changed += [outcome for outcome in outcomes if outcome is not None]
        return TrialReport(total, trial.tried, tuple(changed))


def _added(tx: Transaction, actor: Actor, text: str, based_on_id: AssessmentModelId | None = None) -> ModelDraft:
    draft = tx.of(ModelDraft).add(ModelDraft(ModelDraftId(0), text, based_on_id, actor.employee_id, tx.now))
    tx.about(_DRAFT, draft.id)
    return draft


def _saved(tx: Transaction, actor: Actor, draft: ModelDraft, model: AssessmentModel) -> ModelDraft:
    """The draft with the model in it, once it is seen that it can be read back. Raises UnusableModel, StaleVersion."""
    text = write_model(model)
    parse_model(text)
    changed = replace(draft, text=text, saved_by_id=actor.employee_id, saved_at=tx.now)
    return tx.of(ModelDraft).save(changed)


def _versions(tx: Transaction, key: str) -> frozenset[str]:
    """The versions of the key there are, drafts among them."""
    drafts = (draft.model for draft in tx.of(ModelDraft).where())
    released = tx.of(ReleasedModel).where(key=key)
    return frozenset(each.version for each in drafts if each.key == key) | {each.model_version for each in released}


def _released(model: AssessmentModel, from_on: date) -> ReleasedModel:
    return ReleasedModel(AssessmentModelId(0), model.key, model.version, write_model(model), from_on)
