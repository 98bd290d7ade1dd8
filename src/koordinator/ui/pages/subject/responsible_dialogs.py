"""Choosing who is responsible: the koordinerende sagsbehandler and the fast sagsbehandler."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from koordinator.domain.citizen import PrimaryCaseworkerWish
from koordinator.domain.ids import EmployeeId
from koordinator.texts import subject as texts
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.choose_employee import EmployeeDialog, employee_options
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.widgets.fields import ChoiceField
from koordinator.ui.widgets.form import FormDialog
from koordinator.usecases.citizen_file import CitizenFile
from koordinator.usecases.organisation import OrganisationView

_WISHES = (PrimaryCaseworkerWish.NOT_ASKED, PrimaryCaseworkerWish.WANTED, PrimaryCaseworkerWish.NOT_WANTED)


class Responsibles:
    """Reads the colleagues, asks, saves, and tells the page."""

    def __init__(self, desk: Desk, page: QWidget, saved: Callable[[], None]) -> None:
        self._desk, self._page, self._saved = desk, page, saved

    def choose_coordinator(self, view: SubjectView) -> None:
        """Only colleagues who hold authority can be chosen."""
        self._with_colleagues(lambda known: self._ask_coordinator(view, known))

    def choose_primary(self, file: CitizenFile) -> None:
        """A colleague, or the citizen's answer while there is none."""
        self._with_colleagues(lambda known: self._ask_primary(file, known))

    def _with_colleagues(self, then: Callable[[OrganisationView], None]) -> None:
        services, actor = self._desk.services, self._desk.actor
        self._desk.tasks.read(self._page, lambda: services.organisation.view(actor), then)

    def _ask_coordinator(self, view: SubjectView, known: OrganisationView) -> None:
        now = view.course_file.coordinator
        before = now.employee_id if now else None
        with_authority = [colleague for colleague in known.colleagues if colleague.has_authority]
        chosen = EmployeeDialog.ask(
            self._page, texts.CHOOSE_COORDINATOR, texts.COORDINATOR_INTRO, with_authority, before
        )
        if chosen is not None and chosen != before:
            courses, actor, subject_id = self._desk.services.courses, self._desk.actor, view.subject_id
            self._write(lambda: courses.choose_coordinator(actor, subject_id, chosen))

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
