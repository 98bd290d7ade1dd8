"""Asks with the register's forms, saves what was filled in, and says that something has changed."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from koordinator.domain.ids import CitizenId, ContactPersonId, EffortId, OtherPlanId
from koordinator.domain.register import ContactPerson, Effort, OtherPlan
from koordinator.texts import network as texts
from koordinator.texts import register as register_texts
from koordinator.texts import subject as subject_texts
from koordinator.ui.ask_value import AskChoice, Asked
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.choices import Choices, choices_from
from koordinator.ui.tabs.dialogs.register import ContactDialog, EffortDialog, OtherPlanDialog

Thing = TypeVar("Thing", ContactPerson, Effort, OtherPlan)


class Emits(Protocol):
    """A signal without values."""

    def emit(self) -> None: ...


class RegisterForms:
    """Over `page`; `changed` is emitted after each save."""

    def __init__(self, desk: Desk, page: QWidget, changed: Emits) -> None:
        self._desk, self._page, self._changed = desk, page, changed
        self._today = date.min
        self._citizens: Sequence[tuple[CitizenId, str]] = ()

    def about(self, citizens: Sequence[tuple[CitizenId, str]], today: date) -> None:
        """Whom new things can be about."""
        self._citizens, self._today = citizens, today

    def new_contact(self) -> None:
        whom = self._whom(register_texts.NEW_CONTACT, texts.WHOSE_CONTACT)
        if whom is not None:
            self.edit_contact(ContactPerson(ContactPersonId(0), whom, ""))

    def new_effort(self) -> None:
        whom = self._whom(register_texts.NEW_EFFORT, texts.WHOSE_EFFORT)
        if whom is not None:
            self.edit_effort(Effort(EffortId(0), whom, ""))

    def new_plan(self) -> None:
        whom = self._whom(register_texts.NEW_OTHER_PLAN, subject_texts.MEMBER)
        if whom is not None:
            self.edit_plan(OtherPlan(OtherPlanId(0), whom, ""))

    def edit_contact(self, contact: ContactPerson) -> None:
        register, actor = self._desk.services.register, self._desk.actor
        self._fill_in(contact, ContactDialog.edit, lambda filled: register.save_contact(actor, filled))

    def edit_effort(self, effort: Effort) -> None:
        register, actor = self._desk.services.register, self._desk.actor
        self._fill_in(effort, EffortDialog.edit, lambda filled: register.save_effort(actor, filled))

    def edit_plan(self, plan: OtherPlan) -> None:
        register, actor = self._desk.services.register, self._desk.actor
        self._fill_in(plan, OtherPlanDialog.edit, lambda filled: register.save_other_plan(actor, filled))

    def _whom(self, title: str, question: str) -> CitizenId | None:
        """The citizen, or the one of the family who is chosen."""
        if len(self._citizens) < 2:
            return self._citizens[0][0] if self._citizens else None
        asked = Asked(title, subject_texts.MEMBER, question, subject_texts.GO_ON)
        chosen = AskChoice.one_of(self._page, asked, tuple(self._citizens))
        return CitizenId(chosen) if isinstance(chosen, int) else None

    def _fill_in(
        self, thing: Thing, edit: Callable[[QWidget, Thing, Choices], Thing | None], save: Callable[[Thing], object]
    ) -> None:
        tasks, page, today = self._desk.tasks, self._page, self._today
        services, actor = self._desk.services, self._desk.actor

        def ask(choices: Choices) -> None:
            ask_until_saved(
                tasks,
                page,
                thing,
                lambda start: edit(page, start, choices),
                save,
                lambda _saved: self._changed.emit(),
            )

        def read() -> Choices:
            may_save = services.register.may_save(actor, thing.citizen_id)
            known, themes = services.organisation.view(actor), services.themes.all(actor)
            return choices_from(known, today, themes, may_save=may_save)

        tasks.read(page, read, ask)
