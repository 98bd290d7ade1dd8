"""The first sheet of a workbook alone: openpyxl looks into every sheet, and into one as often as it is named."""

from openpyxl.reader.excel import ExcelReader
from typing_extensions import override


class FirstSheetReader(ExcelReader):
    """Reads the first sheet that can be seen, or the first of all; those with nothing but a chart are none."""

    @override
    def read_worksheets(self) -> None:
        sheets = [each for each in self.parser.sheets if each.id and "chartsheet" not in self.parser.rels[each.id].Type]
        self.parser.sheets = sorted(sheets, key=lambda each: each.state != "visible")[:1]
        super().read_worksheets()
