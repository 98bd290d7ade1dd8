"""The tab Overblik: the cases, the family, the master data, and the end of the course."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from koordinator.domain.access import Action, may
from koordinator.domain.citizen import Citizen, PreferredContact
from koordinator.domain.ids import CaseFileId, CitizenId, DepartmentId
from koordinator.domain.register import CaseFile
from koordinator.texts import formats
from koordinator.texts import register as register_texts
from koordinator.texts import subject as texts
from koordinator.ui.ask_value import AskChoice, Asked
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.tabs.contact_notes_card import ContactNotesCard
from koordinator.ui.tabs.dialogs.choices import Choices, choices_from
from koordinator.ui.tabs.dialogs.citizen import CitizenDialog
from koordinator.ui.tabs.dialogs.course_under_way import take_over_course
from koordinator.ui.tabs.dialogs.end_course import end_course
from koordinator.ui.tabs.dialogs.register import CaseDialog
from koordinator.ui.tabs.family_card import FamilyCard
from koordinator.ui.tabs.handover_card import HandoverCard
from koordinator.ui.tabs.tab import SubjectTab, SubjectView
from koordinator.ui.tabs.takeover_card import TakeoverCard
from koordinator.ui.tabs.things_card import ThingsCard
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, clear, column, row
from koordinator.ui.widgets.table_model import Column, Look

Thing = TypeVar("Thing", CaseFile, Citizen)


class OverviewTab(SubjectTab):
    """What is registered about the subject itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: SubjectView | None = None
        self._cases = ThingsCard(
            register_texts.CASES,
            self._case_columns(),
            lambda case: case.id,
            self._edit_case,
            add=(register_texts.NEW_CASE, self._add_case) if may(desk.actor, Action.EDIT_REGISTER) else None,
            empty=register_texts.NO_CASES,
        )
        self._takeovers = TakeoverCard(desk)
        self._takeovers.navigate.connect(self.navigate)
        self._takeovers.changed.connect(self.changed)
        self._handover = HandoverCard(desk)
        self._handover.changed.connect(self.changed)
        self._notes = ContactNotesCard(desk)
        self._notes.note_asked.connect(self.note_asked)
        self._notes.changed.connect(self.changed)
        self._family = FamilyCard(desk)
        self._family.navigate.connect(self.navigate)
        self._family.changed.connect(self.changed)
        self._about = Card(texts.MASTER_DATA)
        self._edit = Button(texts.EDIT, icon="pencil")
        self._edit.clicked.connect(self._edit_citizen)
        if may(desk.actor, Action.EDIT_CITIZEN):
            self._about.add_to_head(self._edit)
        self._facts = QVBoxLayout()
        self._about.body.addLayout(self._facts)
        self._course = Card(texts.COURSE)
        self._course_words = Label(role=Role.MUTED, wraps=True)
        self._end = Button(texts.END_COURSE)
        self._end.clicked.connect(self._end_course)
        self._course.body.addWidget(self._course_words)
        self._under_way = Button(texts.UNDER_WAY)
        self._under_way.clicked.connect(self._take_over_course)
        self._course.body.addLayout(row(self._end, self._under_way, STRETCH))
        self._lay_out()

    @override
    def show_subject(self, view: SubjectView) -> None:
        self._view = view
        file = view.citizen or view.family
        # First: the columns read the view, and a list is measured anew when another card comes or goes.
        self._cases.show_things(file.cases if file is not None else ())
        self._handover.show_subject(view)
        self._takeovers.show_subject(view)
        self._notes.show_subject(view)
        self._family.show_subject(view)
        self._about.setVisible(view.citizen is not None)
        self._show_facts(view)
        self._show_course(view)

    @override
    def begin(self) -> None:
        self._handover.begin()

    def _lay_out(self) -> None:
        both: QBoxLayout = row(gap=20)
        both.addLayout(
            column(self._handover, self._takeovers, self._cases, self._notes, self._family, STRETCH, gap=16), 7
        )
        both.addLayout(column(self._about, self._course, STRETCH, gap=16), 4)
        both.setContentsMargins(0, 0, 0, 0)
        self.setLayout(both)

    def _case_columns(self) -> tuple[Column[CaseFile], ...]:
        return (
            Column(register_texts.TITLE, lambda case: case.title or case.number, 0, Look.STRONG, self._whose),
            Column(register_texts.DEPARTMENT, self._department, 240, detail=self._caseworker),
            Column(register_texts.STATUS, lambda case: register_texts.STATUSES[case.status], 84),
            Column(register_texts.DEADLINE_ON, _deadline, 96),
        )

    def _whose(self, case: CaseFile) -> str:
        return whose_case(case, self._view) if self._view is not None else case.number

    def _department(self, case: CaseFile) -> str:
        file = self._view and (self._view.citizen or self._view.family)
        return file.departments[case.department_id].name if file else ""

    def _caseworker(self, case: CaseFile) -> str:
        file = self._view and (self._view.citizen or self._view.family)
        return file.employees[case.caseworker_id].name if file and case.caseworker_id is not None else ""

    def _show_facts(self, view: SubjectView) -> None:
        clear(self._facts)
        if view.citizen is None:
            return
        citizen = view.citizen.citizen
        facts = (
            (texts.PHONE, citizen.phone),
            (texts.EMAIL, citizen.email),
            (texts.PREFERRED_CONTACT, _preferred(citizen)),
            (texts.LANGUAGE, citizen.language),
        )
        for what, said in facts:
            words = Label(said or texts.NOT_TOLD, Role.BODY if said else Role.MUTED, wraps=True)
            self._facts.addLayout(column(Label(what, Role.SMALL_MUTED), words, gap=0))

    def _show_course(self, view: SubjectView) -> None:
        course = view.course_file.course
        self._end.setVisible(course is not None and may(self._desk.actor, Action.END_COURSE))
        self._under_way.setVisible(_can_be_under_way(view) and may(self._desk.actor, Action.MOVE_STEP))
        self._course_words.setText(course_words(view))

    def _add_case(self) -> None:
        if self._view is not None and self._view.citizen is not None:
            self._edit_case(CaseFile(CaseFileId(0), "", self._view.citizen.citizen.id, DepartmentId(0)))
        elif self._view is not None and self._view.family is not None:
            members = [(each.citizen.id, each.citizen.name) for each in self._view.family.members.members]
            asked = Asked(register_texts.NEW_CASE, texts.MEMBER, texts.WHOSE_CASE, texts.GO_ON)
            chosen = AskChoice.one_of(self, asked, members) if members else None
            if isinstance(chosen, int):
                self._edit_case(CaseFile(CaseFileId(0), "", CitizenId(chosen), DepartmentId(0)))

    def _edit_case(self, case: CaseFile) -> None:
        if self._view is None:
            return
        services, actor, today = self._desk.services, self._desk.actor, self._view.course_file.today

        def read() -> Choices:
            may_save = services.register.may_save(actor, case.citizen_id)
            return choices_from(services.organisation.view(actor), today, may_save=may_save)

        self._desk.tasks.read(self, read, partial(self._ask_case, case))

    def _ask_case(self, case: CaseFile, choices: Choices) -> None:
        register, actor = self._desk.services.register, self._desk.actor
        self._fill_in(
            case, lambda start: CaseDialog.edit(self, start, choices), lambda filled: register.save_case(actor, filled)
        )

    def _edit_citizen(self) -> None:
        if self._view is None or self._view.citizen is None:
            return
        citizens, actor = self._desk.services.citizens, self._desk.actor
        self._fill_in(
            self._view.citizen.citizen,
            lambda start: CitizenDialog.edit(self, start),
            lambda filled: citizens.save(actor, filled),
        )

    def _end_course(self) -> None:
        if self._view is not None:
            end_course(self._desk, self, self._view, self.changed.emit)

    def _take_over_course(self) -> None:
        if self._view is not None:
            take_over_course(self._desk, self, self._view, self.changed.emit)

    def _fill_in(self, thing: Thing, edit: Callable[[Thing], Thing | None], save: Callable[[Thing], object]) -> None:
        ask_until_saved(self._desk.tasks, self, thing, edit, save, lambda _saved: self.changed.emit())


def course_words(view: SubjectView) -> str:
    """Since when the course runs, or why there is none: it is the family's, or has not begun."""
    course, family = view.course_file.course, view.course_file.next_step.of_family
    if course is not None:
        return formats.capitalised(texts.since(course.from_on))
    return texts.FAMILYS_COURSE.format(family=family) if family else texts.NO_COURSE


def _can_be_under_way(view: SubjectView) -> bool:
    """No course is known of, neither the subject's own nor its family's."""
    file = view.course_file
    return not file.courses and not file.next_step.of_family


def whose_case(case: CaseFile, view: SubjectView) -> str:
    """The case's number; on a family's page also whose case it is."""
    members = view.family.members.members if view.family is not None else ()
    names = [formats.first_name(each.citizen.name) for each in members if each.citizen.id == case.citizen_id]
    return " · ".join([case.number, *names])


def _preferred(citizen: Citizen) -> str:
    known = citizen.preferred_contact is not PreferredContact.UNKNOWN
    return texts.PREFERRED[citizen.preferred_contact] if known else ""


def _deadline(case: CaseFile) -> str:
    return formats.date_short(case.deadline_on) if case.deadline_on is not None else ""
