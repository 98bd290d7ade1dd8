"""A letter to the citizen or the family is chosen, made, kept, and saved where the person says."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtWidgets import QWidget

from koordinator.domain.handover import Handover
from koordinator.domain.ids import SubjectId
from koordinator.texts import handover as texts
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.choices import Pick
from koordinator.ui.tabs.save_paper import save_paper
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.widgets.form import FormDialog
from koordinator.usecases.papers import HandedPaper


class LetterKind(StrEnum):
    """The letters on who helps."""

    RESPONSIBLE = "responsible"
    HANDOVER = "handover"
    END = "end"


_WORDS: Final[dict[LetterKind, str]] = {
    LetterKind.RESPONSIBLE: texts.LETTER_RESPONSIBLE,
    LetterKind.HANDOVER: texts.LETTER_HANDOVER,
    LetterKind.END: texts.LETTER_END,
}


class LetterDialog(FormDialog):
    """Which letter, and how large."""

    @classmethod
    def ask(cls, parent: QWidget, kinds: Sequence[LetterKind]) -> tuple[LetterKind, bool] | None:
        """The letter and whether it is in large print, or None."""
        heading = _WORDS[kinds[0]] if len(kinds) == 1 else texts.LETTER
        dialog = cls(parent, heading, intro=texts.LETTER_INTRO, save=texts.MAKE)
        which: Pick[LetterKind] = Pick(texts.WHICH_LETTER, [(kind, _WORDS[kind]) for kind in kinds], kinds[0])
        if len(kinds) > 1:
            dialog.form.add(which)
        sizes = ((False, texts.NORMAL), (True, texts.LARGE))
        large: Pick[bool] = dialog.form.add(Pick(texts.PRINT, sizes, chosen=False))
        return (which.key, large.key) if dialog.run() else None


def letter_kinds(view: SubjectView) -> tuple[LetterKind, ...]:
    """The letters that there is something to write in, the most likely first."""
    ended = view.course_file.course is None and bool(view.course_file.courses)
    kinds = ((LetterKind.HANDOVER, view.course_file.handover is not None), (LetterKind.END, ended))
    return (*(kind for kind, is_there in kinds if is_there), LetterKind.RESPONSIBLE)


def write_letter(
    desk: Desk,
    owner: QWidget,
    kinds: Sequence[LetterKind],
    subject_id: SubjectId,
    handover: Handover | None,
    said: Callable[[str], None],
) -> None:
    """Asks which of the letters, makes it, and saves the file; `said` is told where it lies."""
    asked = LetterDialog.ask(owner, kinds)
    if asked is None:
        return
    kind, large_print = asked
    letters, actor = desk.services.letters, desk.actor

    def make() -> HandedPaper:
        if kind is LetterKind.HANDOVER and handover is not None:
            return letters.handover(actor, handover.id, large_print=large_print)
        if kind is LetterKind.END:
            return letters.end(actor, subject_id, large_print=large_print)
        return letters.responsible(actor, subject_id, large_print=large_print)

    desk.tasks.write(owner, make, lambda made: save_paper(desk, owner, made, said))
