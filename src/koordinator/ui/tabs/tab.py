"""What every tab of a citizen's or a family's page is: it is shown a subject, and says when something was saved."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from koordinator.domain.ids import SubjectId
from koordinator.usecases.citizen_file import CitizenFile, CourseFile, FamilyFile


@dataclass(frozen=True, slots=True)
class SubjectView:
    """The citizen or the family whose page is open; one of the two files is there."""

    citizen: CitizenFile | None = None
    family: FamilyFile | None = None

    @property
    def course_file(self) -> CourseFile:
        """The subject's course and next thing."""
        if self.citizen is not None:
            return self.citizen.course_file
        if self.family is not None:
            return self.family.course_file
        raise ValueError("a view shows a citizen or a family")

    @property
    def subject_id(self) -> SubjectId:
        """Whom the page is about."""
        return self.course_file.subject_id

    @property
    def name(self) -> str:
        """The citizen's or the family's name."""
        if self.citizen is not None:
            return self.citizen.citizen.name
        return self.family.members.family.name if self.family is not None else ""


class SubjectTab(QWidget):
    """A subclass overrides `show_subject`; it may be called again with the same subject after a change."""

    navigate = Signal(str, object)
    """The key of another page and the id of the thing to show there."""
    changed = Signal()
    """Something was saved: the page reads the subject again."""
    note_asked = Signal()
    """A note about the subject is to be written."""

    def begin(self) -> None:
        """The next thing's button was pressed while the tab is in front: begins it here, where the tab can."""

    def show_subject(self, view: SubjectView) -> None:
        """Shows the subject."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class TabEntry:
    """A tab that works. `for_families` when it also makes sense for a family as a whole."""

    key: str
    title: str
    make: Callable[[], SubjectTab]
    for_families: bool = True
