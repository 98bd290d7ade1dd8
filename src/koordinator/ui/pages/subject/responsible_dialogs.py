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
        chosen = CoordinatorDialog.ask(self._page, options, before, texts.LOAD_SAID if on_step3 else "", members)
        if chosen is None:
            return
        services, actor, subject_id = self._desk.services, self._desk.actor, view.subject_id

        def save() -> None:
            if chosen.employee_id != before:
                services.courses.choose_coordinator(actor, subject_id, chosen.employee_id)
            if chosen.for_all:
                ids = tuple(member.id for member in members)
                services.primary_caseworkers.choose_for_all(actor, ids, chosen.employee_id)

        self._write(save)

    def _ask_primary(self, file: CitizenFile, known: OrganisationView) -> None:
        now = file.primary_caseworker
        answer = _PrimaryDialog.ask(
            self._page,
            employee_options(known.colleagues),
            now.employee_id if now else None,
            file.citizen.primary_caseworker_wish,
        )
        primary, actor, key = self._desk.services.primary_caseworkers, self._desk.actor, file.citizen.id
        if isinstance(answer, PrimaryCaseworkerWish):
            self._write(lambda: primary.note_wish(actor, key, answer))
        elif answer is not None:
            self._write(lambda: primary.choose(actor, key, answer))

    def _write(self, work: Callable[[], object]) -> None:
        self._desk.tasks.write(self._page, work, lambda _result: self._saved())


class ChosenCoordinator(NamedTuple):
    """Who coordinates, and whether the same is to be the members' fast sagsbehandler."""

    employee_id: EmployeeId
    for_all: bool


class CoordinatorDialog(FormDialog):
    """The koordinerende sagsbehandler; on trin 3 one caseworker for everybody in the same go."""

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        options: tuple[tuple[object, str], ...],
        before: EmployeeId | None,
        said: str,
        members: Sequence[Citizen],
    ) -> ChosenCoordinator | None:
        """Who was chosen; None when nothing is to change."""
        intro = " ".join(part for part in (texts.COORDINATOR_INTRO, said) if part)
        dialog = cls(parent, texts.CHOOSE_COORDINATOR, intro=intro)
        choices = ((None, texts.PICK), *options)
        field = dialog.form.add(ChoiceField(texts.EMPLOYEE, choices, before, required=True))
        for_all = CheckField(texts.one_caseworker([member.name for member in members]), hint=texts.ONE_CASEWORKER_HINT)
        if members:
            dialog.form.add(for_all)
        key = field.value() if dialog.run() else None
        chosen = ChosenCoordinator(EmployeeId(key), for_all.value()) if isinstance(key, int) else None
        return None if chosen == (before, False) else chosen


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
        now: EmployeeId | None,
        wish: PrimaryCaseworkerWish,
    ) -> EmployeeId | PrimaryCaseworkerWish | None:
        """The chosen employee, the citizen's answer where there is none, or None when nothing changed."""
        dialog = cls(parent, texts.CHOOSE_PRIMARY)
        wishes = tuple((each, texts.WISHES[each]) for each in _WISHES)
        start: object = now if now is not None else wish
        field = dialog.form.add(ChoiceField(texts.EMPLOYEE, (*wishes, *options), start))
        key = field.value() if dialog.run() else start
        if key == start:
            return None
        return key if isinstance(key, PrimaryCaseworkerWish) else EmployeeId(int(str(key)))
