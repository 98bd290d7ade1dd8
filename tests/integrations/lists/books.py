"""Workbooks written tag by tag, as no library would write them."""

import zipfile
from pathlib import Path
from typing import Final

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KINDS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS: Final = (
    f'<Relationships><Relationship Id="a" Type="{_KINDS}/worksheet" Target="/xl/ark/et.xml"/>'
    f'<Relationship Id="b" Type="{_KINDS}/sharedStrings" Target="tekster.xml"/>'
    f'<Relationship Id="c" Type="{_KINDS}/styles" Target="styles.xml"/></Relationships>'
)
_WORKBOOK: Final = '<workbook><sheets><sheet name="Sager" sheetId="1" r:id="a"/></sheets></workbook>'


def write_book(
    path: Path,
    rows: str = "",
    *,
    shared: str = "<sst/>",
    styles: str = "<styleSheet/>",
    sheet: str = "",
    packing: int = zipfile.ZIP_DEFLATED,
) -> Path:
    """A workbook of one sheet, which has these rows."""
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.writestr("xl/workbook.xml", _WORKBOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", _RELATIONS)
        archive.writestr("xl/ark/et.xml", sheet or f"<worksheet><sheetData>{rows}</sheetData></worksheet>")
        archive.writestr("xl/tekster.xml", shared)
        archive.writestr("xl/styles.xml", styles)
    return path
