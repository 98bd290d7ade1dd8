"""Ledelsestilsyn on its way to a file: a workbook, a CSV file, or the report as PDF."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from koordinator.domain.supervision import ALL_COUNTS, SupervisionReport, SupervisionScope
from koordinator.texts import supervision as words
from koordinator.texts import supervision_page as texts
from koordinator.ui.desk import Desk
from koordinator.ui.pages.supervision.dialogs import ExportDialog
from koordinator.usecases.ports_meetings import MadePaper

CSV: Final = ".csv"
XLSX: Final = ".xlsx"
PDF: Final = ".pdf"
_KINDS: Final = {XLSX: texts.XLSX_FILES, CSV: texts.CSV_FILES, PDF: texts.PDF_FILES}


class Exporter:
    """Asks for whom and where, and writes; `said` is told the sentence when the file is there."""

    def __init__(self, desk: Desk, owner: QWidget, said: Callable[[str], object]) -> None:
        self._desk, self._owner, self._said = desk, owner, said

    def save_numbers(self, scope: SupervisionScope) -> None:
        """All numbers, as a workbook or a CSV file."""
        outside, path = self._ask(scope, XLSX, CSV)
        if outside is None or path is None:
            return
        supervision, actor = self._desk.services.supervision, self._desk.actor
        self._desk.tasks.read(
            self._owner,
            lambda: supervision.export(actor, scope, ALL_COUNTS, outside=outside),
            lambda report: self._write(path, lambda: self._write_table(path, report)),
        )

    def save_report(self, scope: SupervisionScope) -> None:
        """The report on paper."""
        outside, path = self._ask(scope, PDF)
        if outside is None or path is None:
            return
        papers, actor, files = self._desk.services.supervision_papers, self._desk.actor, self._desk.services.paper_files

        def saved(made: MadePaper) -> None:
            self._write(path, lambda: files.write(path, made.content))

        self._desk.tasks.read(self._owner, lambda: papers.make(actor, scope, outside=outside), saved)

    def _ask(self, scope: SupervisionScope, *endings: str) -> tuple[bool | None, Path | None]:
        outside = ExportDialog.ask_outside(self._owner)
        return outside, self._ask_file(scope, endings) if outside is not None else None

    def _ask_file(self, scope: SupervisionScope, endings: tuple[str, ...]) -> Path | None:
        name = f"ledelsestilsyn-{scope.days.first_on}-{scope.days.last_on}{endings[0]}"
        kinds = ";;".join(_KINDS[ending] for ending in endings)
        chosen, kind = QFileDialog.getSaveFileName(self._owner, texts.SAVE_AS, name, kinds)
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() in endings:
            return path
        return path.with_name(path.name + next((each for each in endings if _KINDS[each] == kind), endings[0]))

    def _write(self, path: Path, write: Callable[[], None]) -> None:
        self._desk.tasks.compute(self._owner, write, lambda _none: self._said(texts.saved_as(path.name)))

    def _write_table(self, path: Path, report: SupervisionReport) -> None:
        files = self._desk.services.tables
        if path.suffix.lower() == CSV:
            files.write_csv(path, words.table_of(report))
        else:
            files.write_xlsx(path, (words.table_of(report), words.meanings_of(report)), report.as_of)
