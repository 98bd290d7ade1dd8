"""The plan's own fields, or a family member's: own words, strengths and the rest. Kept within a second."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Generic, TypeVar

from koordinator.domain.access import Actor
from koordinator.domain.draft import Draft, DraftPlace
from koordinator.domain.errors import EnvironmentFault
from koordinator.domain.joint_plan import JointPlan, MemberPart
from koordinator.domain.limits import LONG
from koordinator.texts import plan as texts
from koordinator.texts import plan_tab as tab_texts
from koordinator.texts.formats import first_name
from koordinator.ui.desk import Desk
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import column
from koordinator.ui.widgets.note_edit import NoteEdit
from koordinator.usecases.plan_file import PlanFile

Form = TypeVar("Form", bound=JointPlan | MemberPart)

_VOICES: Final = frozenset({"own_words", "must_not_be_lost", "own_contribution"})


@dataclass(frozen=True, slots=True)
class Written(Generic[Form]):
    """Which fields stand in the card, whose draft it is, and how a field is saved."""

    title: str
    labels: Mapping[str, str]
    kind: str
    key_of: Callable[[Form], int]
    write: Callable[[Actor, Form, str, str], PlanFile]


def plans_words(desk: Desk) -> Written[JointPlan]:
    """The plan's own fields."""
    write = desk.services.plans.write
    return Written(tab_texts.WORDS, texts.FIELDS, "joint_plan", lambda plan: plan.id, write)


def members_words(desk: Desk, name: str) -> Written[MemberPart]:
    """The fields of a family member's part."""
    title, write = tab_texts.MEMBERS_WORDS.format(name=first_name(name)), desk.services.plan_parts.write_member
    return Written(title, texts.MEMBER_FIELDS, "member_part", lambda part: part.citizen_id, write)


class PlanWords(Card, Generic[Form]):
    """`saved` hears of the plan as it stands after a field has been saved."""

    def __init__(self, desk: Desk, saved: Callable[[PlanFile], None], written: Written[Form]) -> None:
        super().__init__(written.title)
        self._desk, self._saved, self._written = desk, saved, written
        self._form: Form | None = None
        self._fields: dict[str, NoteEdit] = {}
        self._unsaved: set[str] = set()
        """Fields whose text is only on the screen and in the draft; nothing that is read may take it away."""
        for name, label in written.labels.items():
            field = NoteEdit(label, limit=LONG)
            field.set_placeholder(texts.FIELD_HINTS[name])
            if name in _VOICES:
                field.set_voice()
            field.draft_due.connect(lambda text, name=name: self._keep(name, text))
            field.committed.connect(lambda text, name=name: self._commit(name, text))
            self._fields[name] = field
            self.body.addLayout(column(Label(label, Role.VOICE if name in _VOICES else Role.STRONG), field, gap=4))

    def show_form(self, form: Form) -> None:
        """Shows the fields; one that is being typed in keeps what is typed. A draft left over is put back."""
        key_of = self._written.key_of
        is_new = self._form is None or key_of(self._form) != key_of(form)
        self._form = form
        for name, field in self._fields.items():
            if is_new or (name not in self._unsaved and not field.editor().hasFocus()):
                field.set_text(getattr(form, name))
        if is_new:
            self._unsaved.clear()
            drafts, actor, kind, key = self._desk.services.drafts, self._desk.actor, self._written.kind, key_of(form)
            self._desk.tasks.read(self, lambda: drafts.of_thing(actor, kind, key), self._restore)

    def take_focus(self) -> None:
        """The keyboard to the first field."""
        next(iter(self._fields.values())).editor().setFocus()

    def _restore(self, drafts: tuple[Draft, ...]) -> None:
        for draft in drafts:
            field = self._fields.get(draft.field)
            if field is not None and self._form is not None and draft.thing_id == self._written.key_of(self._form):
                field.restore_draft(draft.text)

    def _keep(self, name: str, text: str) -> None:
        if self._form is not None:
            self._unsaved.add(name)
            drafts, actor, place = self._desk.services.drafts, self._desk.actor, self._place(name)
            version = self._form.version
            self._desk.tasks.keep(
                self, place, lambda: drafts.keep(actor, place, text, base_version=version), lambda _draft: None
            )

    def _commit(self, name: str, text: str) -> None:
        form = self._form
        if form is None:
            return
        self._unsaved.add(name)
        services, actor, place, write = self._desk.services, self._desk.actor, self._place(name), self._written.write
        self._form = _with(form, name, text)

        def save() -> PlanFile:
            file = write(actor, form, name, text)
            services.drafts.clear(actor, place)
            return file

        self._desk.tasks.write(
            self,
            save,
            lambda file: self._show_saved(name, text, file),
            lambda error: self._keep_on_screen(name, text, form, error),
        )

    def _keep_on_screen(self, name: str, text: str, before: Form, error: Exception) -> None:
        """What could not be saved stays where it was written; the field is still the one that was read before.

        Where the disk had no room it is kept as a draft as soon as there is.
        """
        if self._form is not None:
            self._form = _with(self._form, name, getattr(before, name))
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
        key = self._written.key_of(self._form) if self._form is not None else 0
        return DraftPlace(self._written.kind, key, name)


def _with(form: Form, name: str, text: str) -> Form:
    """The form as it will stand when the text is saved."""
    changed: dict[str, Any] = {name: text.strip()}
    return replace(form, **changed)
