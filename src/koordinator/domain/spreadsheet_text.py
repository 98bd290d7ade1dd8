"""Text that passes through a spreadsheet: what begins like a formula is marked as text."""

from typing import Final

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
_TEXT_MARK: Final = "'"


def guarded(cell: str) -> str:
    """The cell as it is written to CSV: with a leading apostrophe where a spreadsheet would run it as a formula.

    Source: OWASP, "CSV Injection".
    """
    return _TEXT_MARK + cell if cell.startswith(_FORMULA_STARTS) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`, so that a list we wrote can be read again."""
    return cell[1:] if cell.startswith(_TEXT_MARK) and cell[1:].startswith(_FORMULA_STARTS) else cell
