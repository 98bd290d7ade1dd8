"""A family's plan in layers: below the common part each member's own, never one grey mass."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from koordinator.domain.citizen import Citizen
from koordinator.domain.ids import CitizenId
from koordinator.domain.joint_plan import MemberPart
from koordinator.texts import plan_tab as tab_texts
from koordinator.texts.formats import first_name, genitive
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.plan_goals import PlanGoals
from koordinator.ui.tabs.plan_views import PlanViews
from koordinator.ui.tabs.plan_words import PlanWords, members_words
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, clear, column, holder, row
from koordinator.usecases.plan_file import PlanFile
from koordinator.usecases.plan_parts import blank_part


class PlanMembers(QWidget):
    """A part for each member of the family, and for whoever moved out and still has something in the plan."""

    def __init__(self, desk: Desk, saved: Callable[[PlanFile], None]) -> None:
        super().__init__()
        self._desk, self._saved = desk, saved
        self._parts: dict[CitizenId, _MemberPart] = {}
        self._lines = column(gap=16)
        self.setLayout(self._lines)
        self.hide()

    def show_file(self, file: PlanFile) -> None:
        """Shows the parts; none in one citizen's plan."""
        members = file.people.citizens if file.people.is_family and file.plan is not None else ()
        if [member.id for member in members] != list(self._parts):
            clear(self._lines)
            self._parts = {member.id: _MemberPart(self._desk, self._saved, member) for member in members}
            for part in self._parts.values():
                self._lines.addWidget(part)
        for part in self._parts.values():
            part.show_file(file)
        self.setVisible(bool(members))


class _MemberPart(QWidget):
    def __init__(self, desk: Desk, saved: Callable[[PlanFile], None], member: Citizen) -> None:
        super().__init__()
        name, self._id = first_name(member.name), member.id
        self._words: PlanWords[MemberPart] = PlanWords(desk, saved, members_words(desk, member.name))
        self._goals = PlanGoals(desk, saved, member.id, tab_texts.MEMBERS_GOALS.format(name=genitive(name)))
        self._views = PlanViews(desk, saved, member.id, name)
        heading = Label(tab_texts.MEMBERS_PART.format(name=genitive(name)), Role.LEAD)
        self._inside = holder(column(self._words, self._goals, self._views, gap=12))
        self._begin = Button(tab_texts.BEGIN_MEMBER.format(name=genitive(name)), icon="pencil")
        self._begin.clicked.connect(self._open)
        self._nothing = holder(row(Label(tab_texts.NOTHING_YET, Role.MUTED), self._begin, STRETCH, gap=12))
        both = column(heading, self._nothing, self._inside, gap=12)
        both.setContentsMargins(0, 8, 0, 0)
        self.setLayout(both)
        self._is_open = False

    def show_file(self, file: PlanFile) -> None:
        """Shows what is written in the part, and an empty one before that."""
        if file.plan is not None:
            written = next((part for part in file.members if part.citizen_id == self._id), None)
            self._words.show_form(written or blank_part(file.plan.id, self._id))
        self._goals.show_file(file)
        self._views.show_file(file)
        self._show_inside(shows=self._is_open or _has_part(file, self._id))

    def _open(self) -> None:
        self._is_open = True
        self._show_inside(shows=True)
        self._words.take_focus()

    def _show_inside(self, *, shows: bool) -> None:
        self._inside.setVisible(shows)
        self._nothing.setVisible(not shows)


def _has_part(file: PlanFile, member_id: CitizenId) -> bool:
    """Anything is written, aimed at or seen in the member's part."""
    owners = (
        *(part.citizen_id for part in file.members),
        *(goal.citizen_id for goal in file.goals),
        *(view.member_id for view in file.viewpoints),
    )
    return member_id in owners
