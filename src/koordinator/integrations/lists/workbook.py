"""Lists in Excel workbooks (XLSX)."""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple
from xml.parsers.expat import ExpatError

from koordinator.domain.list_import import ListRow
from koordinator.integrations.lists.cell_texts import NumberFormats, number_formats
from koordinator.integrations.lists.sheet import SharedTexts, SheetRows
from koordinator.integrations.lists.xml_parts import Parts

# What a damaged or foreign workbook makes the readers of zip and XML raise; what is locked is a RuntimeError.
DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    ExpatError,
    RuntimeError,
    OverflowError,
    MemoryError,
    LookupError,
    ValueError,
    EOFError,
)

_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_WORKBOOK_TAGS: Final = frozenset({"workbookPr", "sheet"})
_STYLE_TAGS: Final = frozenset({"numFmts", "numFmt", "cellStyleXfs", "cellXfs", "xf", "cellStyles", "dxfs"})
_YES: Final = ("1", "true", "on")

_TIGHTLY_PACKED: Final = 60
_HARMLESS_BYTES: Final = 2_000_000


class _Sheet(NamedTuple):
    name: str
    is_visible: bool
    part: str


def is_bomb(path: Path) -> bool:
    """Whether it unpacks to far more than what somebody wrote ever does. Raises OSError or BadZipFile."""
    unpacked = unpacked_bytes(path)
    return unpacked > _HARMLESS_BYTES and unpacked > _TIGHTLY_PACKED * path.stat().st_size


def unpacked_bytes(path: Path) -> int:
    """How big the workbook says that it is when unpacked. Raises OSError or BadZipFile."""
    with zipfile.ZipFile(path) as archive:
        return sum(member.file_size for member in archive.infolist())


def is_workbook(path: Path) -> bool:
    """False for other zipped formats (ODS, DOCX). Raises OSError or BadZipFile."""
    with zipfile.ZipFile(path) as archive:
        return _WORKBOOK in archive.namelist()


@contextmanager
def open_sheet(path: Path) -> Iterator[tuple[str, Iterator[ListRow]]]:
    """The first visible sheet's name and its records with their row numbers; empty ones are left out.

    Raises OSError or one of DAMAGED, also while the records are read.
    """
    with zipfile.ZipFile(path) as archive:
        parts = Parts(archive)
        tags = parts.found(_WORKBOOK, _WORKBOOK_TAGS)
        relations = _relations(parts)
        sheets = _sheets(tags, relations)
        sheet = next((each for each in sheets if each.is_visible), sheets[0])
        rows = SheetRows(_shared_texts(parts, relations), _formats(parts, tags, relations))
        yield sheet.name, _records(parts, sheet, rows)


def _records(parts: Parts, sheet: _Sheet, heard: SheetRows) -> Iterator[ListRow]:
    for _ in parts.tell(sheet.part, heard):
        yield from heard.rows
        heard.rows.clear()


def _relations(parts: Parts) -> dict[str, tuple[str, str]]:
    """What the workbook calls its parts: the last word of the kind, and the name in the archive."""
    found = parts.found(_RELATIONS, frozenset({"Relationship"}))
    return {each["Id"]: (posixpath.basename(each["Type"]), _part_name(each["Target"])) for _, each in found}


def _part_name(target: str) -> str:
    return posixpath.normpath(posixpath.join("/xl", target.replace("\\", "/"))).lstrip("/")


def _sheets(tags: list[tuple[str, dict[str, str]]], relations: Mapping[str, tuple[str, str]]) -> list[_Sheet]:
    """The sheets that have cells; the others show charts."""
    sheets = []
    for tag, each in tags:
        if tag == "sheet":
            kind, part = relations[next(value for key, value in each.items() if key.endswith(":id"))]
            if kind == "worksheet":
                sheets.append(_Sheet(each["name"], each.get("state", "visible") == "visible", part))
    return sheets


def _shared_texts(parts: Parts, relations: Mapping[str, tuple[str, str]]) -> list[str]:
    heard = SharedTexts()
    if part := _only(relations, "sharedStrings"):
        for _ in parts.tell(part, heard):
            pass
    return heard.shared


def _formats(
    parts: Parts, workbook: list[tuple[str, dict[str, str]]], relations: Mapping[str, tuple[str, str]]
) -> NumberFormats:
    codes, styles, group = {}, [], ""
    part = _only(relations, "styles")
    for tag, each in parts.found(part, _STYLE_TAGS) if part else ():
        if tag == "xf" and group == "cellXfs":
            styles.append(int(each.get("numFmtId", "0")))
        elif tag == "numFmt" and group == "numFmts":
            codes[int(each["numFmtId"])] = each["formatCode"]
        else:
            group = tag if tag not in {"xf", "numFmt"} else group
    is_from_1904 = any(each.get("date1904", "").lower() in _YES for tag, each in workbook if tag == "workbookPr")
    return number_formats(codes, styles, is_from_1904=is_from_1904)


def _only(relations: Mapping[str, tuple[str, str]], kind: str) -> str:
    return next((part for each, part in relations.values() if each == kind), "")
