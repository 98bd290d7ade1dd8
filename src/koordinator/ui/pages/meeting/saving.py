"""Papers of a meeting on their way to a folder that the person chooses."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from koordinator.domain.output_file import free_name
from koordinator.domain.paper import Paper
from koordinator.texts import meeting_page as texts
from koordinator.ui.pages.meeting.work import Work


def choose_folder(parent: QWidget) -> Path | None:
    """The folder, or None."""
    name = QFileDialog.getExistingDirectory(parent, texts.CHOOSE_FOLDER)
    return Path(name) if name else None


def save_all(work: Work, papers: Sequence[Paper], folder: Path) -> int:
    """Writes each of them into the folder, beside what lies there; on a worker. Raises OutputNotWritten."""
    services = work.desk.services
    taken = list(services.paper_files.names(folder))
    for paper in papers:
        taken.append(free_name(paper.file_name, taken))
        services.paper_files.write(folder / taken[-1], services.papers.open(work.actor, paper.id).content)
    return len(papers)
