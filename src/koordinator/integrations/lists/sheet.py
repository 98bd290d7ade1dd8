"""The rows of a workbook's sheet, and the texts that its sheets share."""

import re
from functools import cache
from typing import Final

from typing_extensions import override

from koordinator.domain.list_import import ListRow
from koordinator.integrations.lists.cell_texts import NumberFormats, iso_text
from koordinator.integrations.lists.limits import LAST_COLUMN, LAST_ROW, MAX_CELLS, TooMuch

_MOST_LETTERS: Final = 3
# How a sheet writes what XML cannot (ECMA-376 part 1, 22.9.2.19); no halves of a character.
_ESCAPED: Final = re.compile("_x(?!D[89A-F])([0-9A-F]{4})_", re.IGNORECASE)


class SharedTexts:
    """Hears texts, which may stand in pieces of different looks; how they are pronounced is left out."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.depth = 0
        self.shared: list[str] = []
        self._pieces: list[str] = []
        self._is_spoken = False

    def begin(self, prefix: str) -> None:
        self._whole, self._piece, self._spoken = f"{prefix}si", f"{prefix}t", f"{prefix}rPh"

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        self.depth += 1
        self.text.clear()
        if name == self._whole:
            self._pieces.clear()
        elif name == self._spoken:
            self._is_spoken = True

    def end(self, name: str) -> None:
        self.depth -= 1
        if name == self._piece:
            if not self._is_spoken:
                self._pieces.append("".join(self.text))
        elif name == self._whole:
            self.shared.append(self._joined())
        elif name == self._spoken:
            self._is_spoken = False

    def _joined(self) -> str:
        text = "".join(self._pieces)
        return _ESCAPED.sub(_character, text) if "_x" in text else text


class SheetRows(SharedTexts):
    """Hears a sheet and makes its rows, the empty ones left out; whoever takes the rows empties the list.

    Rows and cells without a number follow the one before. Raises ValueError where there are more than a sheet can have,
    and where a row comes back.
    """

    def __init__(self, shared: list[str], formats: NumberFormats) -> None:
        super().__init__()
        self.rows: list[ListRow] = []
        self.shared, self._formats = shared, formats
        self._number, self._room = 0, MAX_CELLS
        self._cells: list[str] = []
        self._cell: dict[str, str] = {}
        self._value = ""

    @override
    def begin(self, prefix: str) -> None:
        super().begin(prefix)
        self._whole, self._given, self._row = f"{prefix}c", f"{prefix}v", f"{prefix}row"

    @override
    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == self._given:
            self.depth += 1
            self.text.clear()
            return
        super().start(name, attributes)
        if name == self._whole:
            self._cell, self._value = attributes, ""
        elif name == self._row:
            self._begin_row(attributes)

    @override
    def end(self, name: str) -> None:
        if name == self._whole:
            self.depth -= 1
            self._end_cell()
        elif name == self._given:
            self.depth -= 1
            self._value = "".join(self.text)
        else:
            super().end(name)
            if name == self._row:
                self._end_row()

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = int(float(attributes.get("r") or self._number + 1))
        if not self._number < number <= LAST_ROW:
            raise ValueError(number)
        self._number, self._cells = number, []

    def _end_cell(self) -> None:
        reference = self._cell.get("r")
        cells, text = self._cells, self._shown()
        column = _column(reference.rstrip("0123456789")) - 1 if reference else len(cells)
        if column > len(cells):
            cells.extend([""] * (column - len(cells)))
        cells[column : column + 1] = (text,)

    def _shown(self) -> str:
        kind, value = self._cell.get("t", "n"), self._value
        if kind == "inlineStr":
            return self._joined()
        if not value:
            return ""
        if kind == "s":
            return self._shared_text(int(value))
        if kind == "n":
            return self._formats.text(value, self._cell.get("s", "0"))
        if kind == "b":
            return str(bool(int(value)))
        return iso_text(value) if kind == "d" else value

    def _shared_text(self, number: int) -> str:
        if number < 0:
            raise IndexError(number)
        return self.shared[number]

    def _end_row(self) -> None:
        if len(self._cells) > LAST_COLUMN:
            raise ValueError(self._number)
        self._room -= len(self._cells)
        if self._room < 0:
            raise TooMuch
        if any(map(str.strip, self._cells)):
            self.rows.append(ListRow(self._number, tuple(self._cells)))


def _character(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16))


@cache
def _column(letters: str) -> int:
    """The number of a column: 1 for A, 27 for AA. Raises ValueError for what is no column of a sheet."""
    if not (letters.isascii() and letters.isalpha() and len(letters) <= _MOST_LETTERS):
        raise ValueError(letters)
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    if number > LAST_COLUMN:
        raise ValueError(letters)
    return number
