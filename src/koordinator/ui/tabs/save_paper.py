"""A paper on its way to where the person says."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from koordinator.texts import plan_tab as texts
from koordinator.ui.desk import Desk
from koordinator.usecases.papers import HandedPaper


def save_paper(desk: Desk, owner: QWidget, made: HandedPaper, said: Callable[[str], None]) -> None:
    """Asks where to, writes the file, and tells `said` that it is there."""
    kinds = texts.PDF_FILES if made.paper.file_name.endswith(".pdf") else texts.ANY_FILES
    name, _ = QFileDialog.getSaveFileName(owner, texts.SAVE_AS, made.paper.file_name, kinds)
    if name:
        path, files = Path(name), desk.services.paper_files
        desk.tasks.compute(
            owner,
            lambda: files.write(path, made.content),
            lambda _result: said(texts.SAVED.format(name=path.name)),
        )
