"""Choosing who is responsible: the koordinerende sagsbehandler and the fast sagsbehandler."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from koordinator.domain.citizen import Citizen, PrimaryCaseworkerWish
from koordinator.domain.ids import EmployeeId
from koordinator.domain.steps import Step
from koordinator.domain.team_load import TeamLoad
from koordinator.texts import subject as texts
from koordinator.texts.ui import joined
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.choose_employee import employee_options
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.widgets.fields import CheckField, ChoiceField
from koordinator.ui.widgets.form import FormDialog
from koordinator.usecases.citizen_file import CitizenFile
from koordinator.usecases.organisation import Colleague, OrganisationView

_WISHES = (PrimaryCaseworkerWish.NOT_ASKED, PrimaryCaseworkerWish.WANTED, PrimaryCaseworkerWish.NOT_WANTED)


class Responsibles:
    """Reads the colleagues, asks, saves, and tells the page."""

    def __init__(self, desk: Desk, page: QWidget, saved: Callable[[], None]) -> None:
        self._desk, self._page, self._saved = desk, page, saved

    def choose_coordinator(self, view: SubjectView) -> None:
        """Only colleagues who hold authority can be chosen; on trin 3 what each carries there is said."""
        services, actor = self._desk.services, self._desk.actor

        def read() -> tuple[OrganisationView, TeamLoad]:
            return services.organisation.view(actor), services.courses.load()

        self._desk.tasks.read(self._page, read, lambda found: self._ask_coordinator(view, *found))

    def choose_primary(self, file: CitizenFile) -> None:
        """A colleague, or the citizen's answer while there is none."""
        services, actor = self._desk.services, self._desk.actor
        self._desk.tasks.read(
            self._page, lambda: services.organisation.view(actor), lambda known: self._ask_primary(file, known)
        )

    def _ask_coordinator(self, view: SubjectView, known: OrganisationView, load: TeamLoad) -> None:
        now, on_step3 = view.course_file.coordinator, is_on_step3(view)
        before = now.employee_id if now else None
        members = members_of(view) if on_step3 else ()
        options = coordinator_options(known.colleagues, load if on_step3 else None)
        offer = CoordinatorOffer(options, before, texts.LOAD_SAID if on_step3 else "", members)
        services, actor, subject_id = self._desk.services, self._desk.actor, view.subject_id
        chosen_already: set[EmployeeId | None] = {before}

        def save(chosen: ChosenCoordinator) -> None:
            """What was saved before something failed is not saved once more."""
            if chosen.employee_id not in chosen_already:
                services.courses.choose_coordinator(actor, subject_id, chosen.employee_id)
                chosen_already.clear()
                chosen_already.add(chosen.employee_id)
            if chosen.for_all:
                ids = tuple(member.id for member in members)
                services.primary_caseworkers.choose_for_all(actor, ids, chosen.employee_id)

        def ask(start: ChosenCoordinator | None) -> ChosenCoordinator | None:
            return CoordinatorDialog.ask(self._page, offer, start)

        ask_until_saved(self._desk.tasks, self._page, None, ask, save, lambda _none: self._saved())

    def _ask_primary(self, file: CitizenFile, known: OrganisationView) -> None:
        primary, actor, key = self._desk.services.primary_caseworkers, self._desk.actor, file.citizen.id
        period, options = file.primary_caseworker, employee_options(known.colleagues)
        now = Primary(period.employee_id, None) if period else Primary(None, file.citizen.primary_caseworker_wish)

        def save(answer: Primary) -> None:
            if answer.employee_id is not None:
                primary.choose(actor, key, answer.employee_id)
            elif answer.wish is not None:
                primary.note_wish(actor, key, answer.wish)

        def ask(start: Primary) -> Primary | None:
            return _PrimaryDialog.ask(self._page, options, now, start)

        ask_until_saved(self._desk.tasks, self._page, now, ask, save, lambda _none: self._saved())


class Primary(NamedTuple):
    """The fast sagsbehandler, or what the citizen says while there is none."""

    employee_id: EmployeeId | None
    wish: PrimaryCaseworkerWish | None


class ChosenCoordinator(NamedTuple):
    """Who coordinates, and whether the same is to be the members' fast sagsbehandler."""

    employee_id: EmployeeId
    for_all: bool


class CoordinatorOffer(NamedTuple):
    """Who can be chosen, who it is now, what is said about them, and the members who can get the same in one go."""

    options: tuple[tuple[object, str], ...]
    before: EmployeeId | None
    said: str
    members: Sequence[Citizen]


class CoordinatorDialog(FormDialog):
    """The koordinerende sagsbehandler; on trin 3 one caseworker for everybody in the same go."""

    @classmethod
    def ask(cls, parent: QWidget, offer: CoordinatorOffer, start: ChosenCoordinator | None) -> ChosenCoordinator | None:
        """Who was chosen, beginning with `start`; None when nothing is to change."""
        intro = " ".join(part for part in (texts.COORDINATOR_INTRO, offer.said) if part)
        dialog = cls(parent, texts.CHOOSE_COORDINATOR, intro=intro)
        choices = ((None, texts.PICK), *offer.options)
        now = start.employee_id if start else offer.before
        field = dialog.form.add(ChoiceField(texts.EMPLOYEE, choices, now, required=True))
        names = [member.name for member in offer.members]
        is_for_all = start is not None and start.for_all
        for_all = CheckField(texts.one_caseworker(names), is_for_all, hint=texts.ONE_CASEWORKER_HINT)
        if offer.members:
            dialog.form.add(for_all)
        key = field.value() if dialog.run() else None
        chosen = ChosenCoordinator(EmployeeId(key), for_all.value()) if isinstance(key, int) else None
        return None if chosen == (offer.before, False) else chosen


def coordinator_options(colleagues: Iterable[Colleague], load: TeamLoad | None) -> tuple[tuple[object, str], ...]:
    """Those with authority, each with the courses on trin 3 that are coordinated today where that is said."""
    with_authority = [colleague for colleague in colleagues if colleague.has_authority]
    options = employee_options(with_authority)
    if load is None:
        return options
    carried = (load.courses_of(row.employee.id) for row in with_authority)
    return tuple(
        (key, joined((words, texts.carries(count)))) for (key, words), count in zip(options, carried, strict=True)
    )


def members_of(view: SubjectView) -> tuple[Citizen, ...]:
    """The citizen, or everybody in the family."""
    if view.citizen is not None:
        return (view.citizen.citizen,)
    return tuple(row.citizen for row in view.family.members.members) if view.family is not None else ()


def is_on_step3(view: SubjectView) -> bool:
    """One caseworker has the whole casework."""
    return view.course_file.step is not None and view.course_file.step.step is Step.ONE_CASEWORK


class _PrimaryDialog(FormDialog):
    @classmethod
    def ask(
        cls,
        parent: QWidget,
        options: tuple[tuple[object, str], ...],
        now: Primary,
        start: Primary,
    ) -> Primary | None:
        """The chosen employee, the citizen's answer where there is none, or None when nothing changed."""
        dialog = cls(parent, texts.CHOOSE_PRIMARY)
        wishes = tuple((each, texts.WISHES[each]) for each in _WISHES)
        begins: object = start.wish if start.employee_id is None else start.employee_id
        field = dialog.form.add(ChoiceField(texts.EMPLOYEE, (*wishes, *options), begins))
        if not dialog.run():
            return None
        key = field.value()
        is_wish = isinstance(key, PrimaryCaseworkerWish)
        answer = Primary(None, PrimaryCaseworkerWish(str(key))) if is_wish else Primary(EmployeeId(int(str(key))), None)
        return None if answer == now else answer
