"""Lists on disk, and the use case that puts them into the register of a bench."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from koordinator.bootstrap.container import ListFilesOnDisk
from koordinator.bootstrap.resources import resources_dir
from koordinator.usecases.import_list import ImportReport, ListImport
from tests.support.office import Bench

SAMPLES: Final = Path(__file__).parents[1] / "samples"
HEADINGS: Final = (
    "CPR-nr.",
    "Navn",
    "Adresse",
    "Sagsnr.",
    "Ydelse/indsats",
    "Fagenhed",
    "Team",
    "Sagsbehandler",
    "Sagsbehandlers e-mail",
    "Sagsbehandlers telefon",
    "Status",
    "Frist",
)
ROW: Final = dict(
    zip(
        HEADINGS,
        (
            "120378-4444",
            "Lone Bæk",
            "Møllebakken 12",
            "S1",
            "Hjemmesygepleje",
            "Sundhed",
            "Visitationen",
            "Ida Mikkelsen",
            "ida@kommune.example",
            "11 22 33 44",
            "Aktiv",
            "01-02-2027",
        ),
        strict=True,
    )
)
"""A good row. `row(Navn="Ida")` is one with another name."""


def row(**cells: str) -> dict[str, str]:
    return {**ROW, **cells}


def case(number: str, **cells: str) -> dict[str, str]:
    """The good row about another case."""
    return row(**{"Sagsnr.": number, **cells})


def without(heading: str) -> dict[str, str]:
    return {name: cell for name, cell in ROW.items() if name != heading}


def write_list(path: Path, rows: Sequence[dict[str, str]]) -> Path:
    """The rows as a CSV file with the first row's headings."""
    lines = [";".join(rows[0]), *(";".join(row.values()) for row in rows)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def list_import(bench: Bench) -> ListImport:
    return ListImport(bench.office, ListFilesOnDisk(resources_dir()), bench.clock)


def import_file(bench: Bench, path: Path, *, create_departments: bool = False) -> ImportReport:
    lists = list_import(bench)
    return lists.run(bench.actor, lists.preview(path, create_departments=create_departments))


def write_long_list(path: Path, lines: int) -> Path:
    """As many citizens as lines."""
    rows = (
        f"{1 + number % 28:02}{1 + number // 28 % 12:02}{50 + number // 336:02}4000;"
        f"Navn {number};SB-{number};Handicap;Vej {number};8000;Århus"
        for number in range(lines)
    )
    path.write_text("\n".join(("CPR;Navn;Sagsnummer;Fagenhed;Adresse;Postnr;By", *rows)), encoding="cp1252")
    return path
