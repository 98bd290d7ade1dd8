"""Papers of a meeting on their way to a folder that the person chooses."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from koordinator.domain.paper import Paper
from koordinator.texts import meeting_page as texts
from koordinator.ui.pages.meeting.work import Work
from koordinator.usecases.papers import HandedPaper


def choose_folder(parent: QWidget) -> Path | None:
    """The folder, or None."""
    name = QFileDialog.getExistingDirectory(parent, texts.CHOOSE_FOLDER)
    return Path(name) if name else None


def choose_file(parent: QWidget, file_name: str) -> Path | None:
    """Where the file is to lie, or None."""
    name, _ = QFileDialog.getSaveFileName(parent, texts.SAVE_FILE, file_name)
    return Path(name) if name else None


def file_names(papers: Sequence[Paper]) -> tuple[str, ...]:
    """A name for each of them in one folder: several of a name are numbered from 2."""
    seen: Counter[str] = Counter()
    names = []
    for paper in papers:
        seen[paper.file_name] += 1
        name, number = Path(paper.file_name), seen[paper.file_name]
        names.append(paper.file_name if number == 1 else f"{name.stem} {number}{name.suffix}")
    return tuple(names)


def save_all(work: Work, papers: Sequence[Paper], folder: Path) -> int:
    """Writes each of them into the folder; on a worker. Raises OutputNotWritten."""
    services = work.desk.services
    for paper, name in zip(papers, file_names(papers), strict=True):
        services.paper_files.write(folder / name, services.papers.open(work.actor, paper.id).content)
    return len(papers)


def save_one(work: Work, handed: HandedPaper, path: Path) -> None:
    """Writes the paper; on a worker. Raises OutputNotWritten."""
    work.desk.services.paper_files.write(path, handed.content)
