"""The one place where the documents import what takes long to import, when it is first needed."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from koordinator.documents.access_maker import AccessDrawings
    from koordinator.documents.case_folder_maker import CaseFolderFiles
    from koordinator.documents.course_maker import CourseDrawings
    from koordinator.documents.ics_reply import ReplyFiles
    from koordinator.documents.letter_maker import PdfLetters
    from koordinator.documents.letter_previews import PdfLetterPreviews
    from koordinator.documents.letterhead_sample import LetterheadLetters
    from koordinator.documents.model_maker import ModelDrawings
    from koordinator.documents.network_maker import NetworkDrawings
    from koordinator.documents.page_pictures import PdfiumReader
    from koordinator.documents.paper_maker import PdfPapers
    from koordinator.documents.pdf import PdfPress
    from koordinator.documents.press_pool import PressPool
    from koordinator.documents.sheet_maker import PdfSheets
    from koordinator.documents.spreadsheet import Value
    from koordinator.documents.supervision_maker import SupervisionDrawings
    from koordinator.documents.wheel_maker import YearWheelSheets
    from koordinator.domain.letter_texts import LetterStandard
    from koordinator.domain.letterhead import Letterhead
    from koordinator.domain.sheet_content import RecoverySheet

Rows = tuple[tuple["Value", ...], ...]


def csv_file(title: str, headings: tuple[str, ...], rows: "Rows") -> bytes:
    """See `spreadsheet.csv_file`."""
    from koordinator.documents import spreadsheet  # noqa: PLC0415

    return spreadsheet.csv_file(spreadsheet.Sheet(title, headings, rows))


def xlsx_file(sheets: Iterable[tuple[str, tuple[str, ...], "Rows"]], made_at: datetime) -> bytes:
    """See `spreadsheet.xlsx_file`."""
    from koordinator.documents import spreadsheet  # noqa: PLC0415

    return spreadsheet.xlsx_file(tuple(spreadsheet.Sheet(*sheet) for sheet in sheets), made_at)


def press(fonts: Path, paper: "Callable[[], Letterhead]") -> "PdfPress":
    """See `pdf.PdfPress`; with reportlab."""
    from koordinator.documents.pdf import PdfPress  # noqa: PLC0415

    return PdfPress(fonts, paper)


def letterhead_sample(press: "PdfPress") -> "LetterheadLetters":
    """See `letterhead_sample.LetterheadLetters`."""
    from koordinator.documents.letterhead_sample import LetterheadLetters  # noqa: PLC0415

    return LetterheadLetters(press)


def press_pool(fonts: Path, paper: "Callable[[], Letterhead]", processes: int) -> "PressPool":
    """See `press_pool.PressPool`."""
    from koordinator.documents.press_pool import PressPool  # noqa: PLC0415

    return PressPool(fonts, paper, processes)


def papers(press: "PdfPress", texts: "LetterStandard") -> "PdfPapers":
    """See `paper_maker.PdfPapers`; with icalendar."""
    from koordinator.documents.paper_maker import PdfPapers  # noqa: PLC0415

    return PdfPapers(press, texts)


def page_reader() -> "PdfiumReader":
    """See `page_pictures.PdfiumReader`; with PDFium."""
    from koordinator.documents.page_pictures import PdfiumReader  # noqa: PLC0415

    return PdfiumReader()


def case_folder_files() -> "CaseFolderFiles":
    """See `case_folder_maker.CaseFolderFiles`; with XlsxWriter."""
    from koordinator.documents.case_folder_maker import CaseFolderFiles  # noqa: PLC0415

    return CaseFolderFiles()


def recovery_sheet(fonts: Path, content: "RecoverySheet") -> bytes:
    """The sheet with the recovery code as PDF, on plain paper: the database may not be open yet."""
    from koordinator.documents.compose import recovery_sheet as sheet  # noqa: PLC0415
    from koordinator.documents.pdf import PdfPress  # noqa: PLC0415

    return PdfPress(fonts).render(sheet.recovery_sheet(content)).content


def replies() -> "ReplyFiles":
    """See `ics_reply.ReplyFiles`; with icalendar."""
    from koordinator.documents.ics_reply import ReplyFiles  # noqa: PLC0415

    return ReplyFiles()


def letters(press: "PdfPress", texts: "LetterStandard") -> "PdfLetters":
    """See `letter_maker.PdfLetters`."""
    from koordinator.documents.letter_maker import PdfLetters  # noqa: PLC0415

    return PdfLetters(press, texts)


def sheets(press: "PdfPress") -> "PdfSheets":
    """See `sheet_maker.PdfSheets`."""
    from koordinator.documents.sheet_maker import PdfSheets  # noqa: PLC0415

    return PdfSheets(press)


def access_drawings(press: "PdfPress") -> "AccessDrawings":
    """See `access_maker.AccessDrawings`."""
    from koordinator.documents.access_maker import AccessDrawings  # noqa: PLC0415

    return AccessDrawings(press)


def letter_previews(press: "PdfPress") -> "PdfLetterPreviews":
    """See `letter_previews.PdfLetterPreviews`."""
    from koordinator.documents.letter_previews import PdfLetterPreviews  # noqa: PLC0415

    return PdfLetterPreviews(press)


def course_drawings(press: "PdfPress") -> "CourseDrawings":
    """See `course_maker.CourseDrawings`."""
    from koordinator.documents.course_maker import CourseDrawings  # noqa: PLC0415

    return CourseDrawings(press)


def model_drawings(press: "PdfPress") -> "ModelDrawings":
    """See `model_maker.ModelDrawings`."""
    from koordinator.documents.model_maker import ModelDrawings  # noqa: PLC0415

    return ModelDrawings(press)


def network_drawings(press: "PdfPress") -> "NetworkDrawings":
    """See `network_maker.NetworkDrawings`."""
    from koordinator.documents.network_maker import NetworkDrawings  # noqa: PLC0415

    return NetworkDrawings(press)


def supervision_drawings(press: "PdfPress") -> "SupervisionDrawings":
    """See `supervision_maker.SupervisionDrawings`."""
    from koordinator.documents.supervision_maker import SupervisionDrawings  # noqa: PLC0415

    return SupervisionDrawings(press)


def wheel_sheets(press: "PdfPress") -> "YearWheelSheets":
    """See `wheel_maker.YearWheelSheets`."""
    from koordinator.documents.wheel_maker import YearWheelSheets  # noqa: PLC0415

    return YearWheelSheets(press)
