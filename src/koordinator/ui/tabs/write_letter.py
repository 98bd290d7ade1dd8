"""A letter to the citizen or the family is chosen, made, kept, and saved where the person says."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from koordinator.domain.handover import Handover
from koordinator.domain.ids import SubjectId
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.texts import handover as texts
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.choices import Pick
from koordinator.ui.tabs.save_paper import save_paper
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.widgets.form import FormDialog

_WORDS: Final[dict[PaperKind, str]] = {
    PaperKind.RESPONSIBLE: texts.LETTER_RESPONSIBLE,
    PaperKind.HANDOVER: texts.LETTER_HANDOVER,
    PaperKind.END_OF_COURSE: texts.LETTER_END,
}


class LetterDialog(FormDialog):
    """Which letter, and how large."""

    @classmethod
    def ask(cls, parent: QWidget, kinds: Sequence[PaperKind]) -> tuple[PaperKind, bool] | None:
        """The letter and whether it is in large print, or None."""
        heading = _WORDS[kinds[0]] if len(kinds) == 1 else texts.LETTER
        dialog = cls(parent, heading, intro=texts.LETTER_INTRO, save=texts.MAKE)
        which: Pick[PaperKind] = Pick(texts.WHICH_LETTER, [(kind, _WORDS[kind]) for kind in kinds], kinds[0])
        if len(kinds) > 1:
            dialog.form.add(which)
        sizes = ((False, texts.NORMAL), (True, texts.LARGE))
        large: Pick[bool] = dialog.form.add(Pick(texts.PRINT, sizes, chosen=False))
        return (which.key, large.key) if dialog.run() else None


def letter_kinds(view: SubjectView) -> tuple[PaperKind, ...]:
    """The letters that there is something to write in, the most likely first."""
    ended = view.course_file.course is None and bool(view.course_file.courses)
    kinds = ((PaperKind.HANDOVER, view.course_file.handover is not None), (PaperKind.END_OF_COURSE, ended))
    return (*(kind for kind, is_there in kinds if is_there), PaperKind.RESPONSIBLE)


def write_letter(
    desk: Desk,
    owner: QWidget,
    kinds: Sequence[PaperKind],
    subject_id: SubjectId,
    handover: Handover | None,
    said: Callable[[str], None],
) -> None:
    """Asks which of the letters, makes it, and saves the file; `said` is told where it lies."""
    asked = LetterDialog.ask(owner, kinds)
    if asked is None:
        return
    kind, large_print = asked
    papers, actor = desk.services.papers, desk.actor
    handover_id = handover.id if handover is not None else None
    order = PaperOrder(kind, subject_id, large_print=large_print, handover_id=handover_id)
    desk.tasks.write(owner, lambda: papers.make(actor, order), lambda made: save_paper(desk, owner, made, said))
