"""Errors about CPR numbers and imported lists."""

from collections.abc import Callable
from typing import Any, Final

from koordinator.domain.cpr import BadCpr, CprFault
from koordinator.domain.errors import DomainError
from koordinator.domain.list_import import ColumnsMissing, ListFileNotWritten, ListRefusal, ListRefused
from koordinator.texts.list_faults import FIELD_LABELS

_CPR: Final[dict[CprFault, str]] = {
    CprFault.SHAPE: "Et CPR-nummer har ti cifre, for eksempel 120378-1234. Ret det, og prøv igen.",
    CprFault.NO_SUCH_DATE: "CPR-nummeret begynder ikke med en dato, der findes. Ret det, og prøv igen.",
    CprFault.NOT_BORN_YET: "CPR-nummeret begynder med en dato, der ikke er kommet endnu. Ret det, og prøv igen.",
}

_REFUSED: Final[dict[ListRefusal, str]] = {
    ListRefusal.NOT_FOUND: "findes ikke. Se efter, om navnet og mappen er rigtige.",
    ListRefusal.IS_FOLDER: "er en mappe. Vælg en fil i mappen.",
    ListRefusal.NO_ACCESS: "kan ikke åbnes. Måske er den åben i et andet program, eller du mangler adgang til den.",
    ListRefusal.EMPTY: "er tom. Hent listen fra fagsystemet igen.",
    ListRefusal.NO_ROWS: "har kun overskrifter og ingen rækker. Hent listen fra fagsystemet igen.",
    ListRefusal.TOO_BIG: "er for stor. Der er plads til {limit} MB. Del listen i flere filer.",
    ListRefusal.TOO_MANY_ROWS: "har for mange rækker. Der er plads til {limit}. Del listen i flere filer.",
    ListRefusal.TOO_MANY_CELLS: "har for mange felter. Slet kolonner, du ikke bruger, eller del listen i flere filer.",
    ListRefusal.PROTECTED: "er beskyttet med en adgangskode. Gem den uden adgangskode, og prøv igen.",
    ListRefusal.OLD_EXCEL: "er i Excels gamle format. Åbn den i Excel, gem den som .xlsx eller .csv, og prøv igen.",
    ListRefusal.DAMAGED: "er beskadiget og kan ikke læses. Hent listen fra fagsystemet igen.",
    ListRefusal.NOT_A_LIST: "er ikke en liste, programmet kan læse. Gem den som .xlsx eller .csv, og prøv igen.",
}


def _refused(error: ListRefused) -> str:
    limit = f"{error.limit:,}".replace(",", ".")
    return f"»{error.file_name}« {_REFUSED[error.refusal].format(limit=limit)} Der er ikke ændret noget."


def _columns_missing(error: ColumnsMissing) -> str:
    names = [f"»{FIELD_LABELS[field]}«" for field in error.fields]
    listed = " og ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return (
        f"Listen mangler en kolonne med {listed}. Vælg kolonnen selv, eller ret overskriften i filen. "
        "Der er ikke ændret noget."
    )


TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    BadCpr: lambda error: _CPR[error.fault],
    ListRefused: _refused,
    ColumnsMissing: _columns_missing,
    ListFileNotWritten: lambda error: (
        f"»{error.file_name}« kan ikke gemmes der. Vælg en anden mappe, eller luk filen, hvis den er åben."
    ),
}
"""One sentence maker for each kind of error."""
