"""The plan's own fields: what the citizen says, strengths, what is hardest. What is typed is kept within a second."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from koordinator.domain.draft import Draft, DraftPlace
from koordinator.domain.errors import EnvironmentFault
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.limits import LONG
from koordinator.texts import plan as texts
from koordinator.texts import plan_tab as tab_texts
from koordinator.ui.desk import Desk
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import column
from koordinator.ui.widgets.note_edit import NoteEdit
from koordinator.usecases.plan_file import PlanFile

_VOICES: Final = frozenset({"own_words", "must_not_be_lost"})
_KIND: Final = "joint_plan"


class PlanWords(Card):
    """`saved` hears of the plan as it stands after a field has been saved."""

    def __init__(self, desk: Desk, saved: Callable[[PlanFile], None]) -> None:
        super().__init__(tab_texts.WORDS)
        self._desk, self._saved = desk, saved
        self._plan: JointPlan | None = None
        self._fields: dict[str, NoteEdit] = {}
        self._unsaved: set[str] = set()
        """Fields whose text is only on the screen and in the draft; nothing that is read may take it away."""
        for name, label in texts.FIELDS.items():
            field = NoteEdit(label, limit=LONG)
            field.set_placeholder(texts.FIELD_HINTS[name])
            if name in _VOICES:
                field.set_voice()
            field.draft_due.connect(lambda text, name=name: self._keep(name, text))
            field.committed.connect(lambda text, name=name: self._commit(name, text))
            self._fields[name] = field
            self.body.addLayout(column(Label(label, Role.VOICE if name in _VOICES else Role.STRONG), field, gap=4))

    def show_plan(self, plan: JointPlan) -> None:
        """Shows the plan; a field that is being typed in keeps what is typed. A draft left over is put back."""
        is_new = self._plan is None or self._plan.id != plan.id
        self._plan = plan
        for name, field in self._fields.items():
            if is_new or (name not in self._unsaved and not field.editor().hasFocus()):
                field.set_text(getattr(plan, name))
        if is_new:
            self._unsaved.clear()
            drafts, actor = self._desk.services.drafts, self._desk.actor
            self._desk.tasks.read(self, lambda: drafts.of_thing(actor, _KIND, plan.id), self._restore)

    def _restore(self, drafts: tuple[Draft, ...]) -> None:
        for draft in drafts:
            field = self._fields.get(draft.field)
            if field is not None and self._plan is not None and draft.thing_id == self._plan.id:
                field.restore_draft(draft.text)

    def _keep(self, name: str, text: str) -> None:
        if self._plan is not None:
            self._unsaved.add(name)
            drafts, actor, place = self._desk.services.drafts, self._desk.actor, self._place(name)
            version = self._plan.version
            self._desk.tasks.keep(
                self, place, lambda: drafts.keep(actor, place, text, base_version=version), lambda _draft: None
            )

    def _commit(self, name: str, text: str) -> None:
        plan = self._plan
        if plan is None:
            return
        self._unsaved.add(name)
        services, actor, place = self._desk.services, self._desk.actor, self._place(name)
        self._plan = _with(plan, name, text)

        def save() -> PlanFile:
            file = services.plans.write(actor, plan, name, text)
            services.drafts.clear(actor, place)
            return file

        self._desk.tasks.write(
            self,
            save,
            lambda file: self._show_saved(name, text, file),
            lambda error: self._keep_on_screen(name, text, plan, error),
        )

    def _keep_on_screen(self, name: str, text: str, before: JointPlan, error: Exception) -> None:
        """What could not be saved stays where it was written; the field is still the one that was read before.

        Where the disk had no room it is kept as a draft as soon as there is.
        """
        if self._plan is not None:
            self._plan = _with(self._plan, name, getattr(before, name))
        if isinstance(error, EnvironmentFault):
            self._keep(name, text)
        else:
            self._desk.tasks.failed.emit(self._desk.tasks.explain(error))

    def _show_saved(self, name: str, text: str, file: PlanFile) -> None:
        """What has been typed since is not saved yet."""
        if self._fields[name].text() == text:
            self._unsaved.discard(name)
        self._saved(file)

    def _place(self, name: str) -> DraftPlace:
        return DraftPlace(_KIND, self._plan.id if self._plan is not None else 0, name)


def _with(plan: JointPlan, name: str, text: str) -> JointPlan:
    """The plan as it will stand when the text is saved."""
    changed: dict[str, Any] = {name: text.strip()}
    return replace(plan, **changed)
