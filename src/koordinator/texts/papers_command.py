"""The words of `koordinator papers`."""

from typing import Final

from koordinator.texts.formats import count_of, number

SUMMARY: Final = "gem alle dokumenter i alle udgaver i en mappe, med en fil, der fortæller, hvad der ligger der"
CITIZEN_HELP: Final = "borgeren (CPR-nummer eller id); er familien på trin 3, kommer familiens dokumenter med"
ALL_HELP: Final = "alle borgere og familier"
DIR_HELP: Final = "mappen, dokumenterne gemmes i; den må ikke have noget i sig"
WHOM: Final = "Skriv enten en borger eller --all."


def progress(done: int, total: int) -> str:
    """120 af 3.570 dokumenter"""
    return f"{number(done)} af {count_of(total, 'dokument', 'dokumenter')}"


def written(count: int, folder: str) -> str:
    """Where they lie."""
    return f"{count_of(count, 'dokument', 'dokumenter')} er gemt i {folder}. manifest.json fortæller, hvad hver fil er."


def stopped(count: int, folder: str) -> str:
    """What is there after a stop."""
    papers = count_of(count, "dokument", "dokumenter")
    return f"Stoppet. {papers} ligger i {folder}, og manifest.json nævner kun dem. Slet mappen, før du begynder forfra."
