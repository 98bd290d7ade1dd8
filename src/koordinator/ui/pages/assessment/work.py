"""The assessment as it stands on the screen, on its way into the store answer by answer."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from koordinator.domain.assessment import Answer, Assessment
from koordinator.domain.assessment_model import OptionKey, ParameterKey
from koordinator.domain.draft import DraftPlace
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import SubjectId
from koordinator.ui.desk import Desk
from koordinator.usecases.assessments import AssessmentFile, Decided, Decision

REASON: Final = "reason"
STEP: Final = "step"
_KIND: Final = "assessment"


@dataclass(frozen=True, slots=True)
class Opened:
    """What was read: the assessment, and what was typed last time without being saved, by field."""

    file: AssessmentFile
    drafts: dict[str, str] = field(default_factory=dict)


class Work(QObject):
    """An answer is shown at once and saved behind; one that could not be saved goes along with the next.

    `changed` when the assessment on the screen is another.
    """

    changed = Signal()

    def __init__(self, desk: Desk, owner: QObject) -> None:
        super().__init__(owner)
        self._desk = desk
        self._file: AssessmentFile | None = None
        self._unsaved: dict[ParameterKey, Answer] = {}
        self._drafts: dict[str, str] = {}
        self._is_locking = False

    @property
    def file(self) -> AssessmentFile:
        """What is shown; there is none before `begin`."""
        if self._file is None:
            raise LookupError("nothing has been opened")
        return self._file

    @property
    def is_open(self) -> bool:
        return self._file is not None

    def draft(self, name: str) -> str:
        """What was typed in the field and never saved."""
        return self._drafts.get(name, "")

    def read(self, subject_id: SubjectId) -> Opened:
        """On the database worker."""
        services, actor = self._desk.services, self._desk.actor
        file = services.assessments.open(actor, subject_id)
        key = file.assessment.id
        drafts = services.drafts.of_thing(actor, _KIND, key) if key else ()
        return Opened(file, {draft.field: draft.text for draft in drafts})

    def begin(self, opened: Opened) -> None:
        """Shows what was read; what is still on its way stays as it is on the screen."""
        if self._file is None or self._file.people.subject_id != opened.file.people.subject_id:
            self._unsaved = {}
        self._file = opened.file
        self._drafts = dict(opened.drafts)
        for answer in self._unsaved.values():
            self._show(self.file.assessment.with_answer(answer))
        self.changed.emit()

    def answer(self, parameter: ParameterKey, **said: OptionKey | str | None) -> None:
        """The question answered otherwise: `option`, `citizen_option` or `note`."""
        before = self.file.assessment
        new = replace(before.answer_to(parameter), **said)  # type: ignore[arg-type]
        try:
            after = before.with_answer(new)
        except DomainError as error:
            self._desk.tasks.failed.emit(self._desk.tasks.explain(error))
            return
        self._show(after)
        self._unsaved[parameter] = new
        self._save(before)
        self.changed.emit()

    def begin_again(self, then: Callable[[], None]) -> None:
        """The same assessment by the model that is in force; it is to be read anew."""
        shown, services, actor = self.file.assessment, self._desk.services, self._desk.actor

        def begun(_again: Assessment) -> None:
            self._file, self._unsaved = None, {}
            then()

        self._desk.tasks.write(self, lambda: services.assessments.begin_again(actor, shown), begun)

    def keep_draft(self, name: str, text: str) -> None:
        """What is being typed; before the assessment has its first answer there is nothing to keep it with."""
        key = self.file.assessment.id
        if key:
            place, actor, drafts = DraftPlace(_KIND, key, name), self._desk.actor, self._desk.services.drafts
            self._drafts[name] = text
            self._desk.tasks.keep(self, place, lambda: drafts.keep(actor, place, text), lambda _draft: None)

    def clear_draft(self, name: str) -> None:
        """What was typed has become a change."""
        if self._drafts.pop(name, None) is not None:
            place = DraftPlace(_KIND, self.file.assessment.id, name)
            actor, drafts = self._desk.actor, self._desk.services.drafts
            self._desk.tasks.write(self, lambda: drafts.clear(actor, place), lambda _nothing: None)

    def lock(self, decision: Decision, then: Callable[[Decided], None]) -> None:
        """Decided and locked, once everything that is shown is saved. A second press meanwhile does nothing."""
        if self._is_locking:
            return
        self._is_locking = True
        shown = self.file.assessment
        if self._unsaved:
            self._save(shown)
        services, actor = self._desk.services, self._desk.actor

        def locked(decided: Decided) -> None:
            self._is_locking = False
            self.clear_draft(REASON)
            self.clear_draft(STEP)
            self._file = None
            then(decided)

        self._desk.tasks.write(
            self, lambda: services.assessments.lock(actor, shown, decision), locked, self._not_locked
        )

    def _not_locked(self, error: Exception) -> None:
        self._is_locking = False
        self._desk.tasks.failed.emit(self._desk.tasks.explain(error))

    def _save(self, shown: Assessment) -> None:
        services, actor = self._desk.services, self._desk.actor
        sent = tuple(self._unsaved.values())
        self._desk.tasks.keep(
            self,
            (_KIND, shown.subject_id),
            lambda: services.assessments.answer(actor, shown, sent),
            lambda saved: self._saved(saved, sent),
        )

    def _saved(self, saved: Assessment, sent: tuple[Answer, ...]) -> None:
        """The row's key is new with the first answer; what was answered since stays on the screen."""
        for answer in sent:
            if self._unsaved.get(answer.parameter) is answer:
                del self._unsaved[answer.parameter]
        if self._file is not None and self._file.people.subject_id == saved.subject_id:
            self._show(replace(self._file.assessment, id=saved.id, version=saved.version))

    def _show(self, assessment: Assessment) -> None:
        self._file = replace(self.file, assessment=assessment)
