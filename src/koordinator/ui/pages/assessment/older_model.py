"""An assessment that was begun by another version of the model: to be finished as it is, or begun again."""

from PySide6.QtCore import Signal

from koordinator.domain.ids import SubjectId
from koordinator.texts import assessment_page as texts
from koordinator.ui.pages.assessment.work import Work
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Panel


class OlderModelPanel(Panel):
    """Says so until the person has chosen; seen only where there is something to choose."""

    begun_again = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__("", Tone.SOON)
        self._work = work
        self._finished_as_is: set[SubjectId] = set()
        self._go_on, self._again = Button(texts.GO_ON_WITH_OLDER), Button(texts.BEGIN_AGAIN)
        self._go_on.clicked.connect(self._leave_it)
        self._again.clicked.connect(lambda: work.begin_again(self.begun_again.emit))
        for button in (self._go_on, self._again):
            self.add_button(button)
        self.hide()
        work.changed.connect(self._show)

    def _show(self) -> None:
        if not self._work.is_open:
            return
        file = self._work.file
        if file.newer_version:
            self.set_text(texts.older_model(file.assessment.model_version, file.newer_version))
        self.setVisible(bool(file.newer_version) and file.people.subject_id not in self._finished_as_is)

    def _leave_it(self) -> None:
        self._finished_as_is.add(self._work.file.people.subject_id)
        self.hide()
