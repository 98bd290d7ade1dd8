"""What is wrong with a row of an imported list, and what the columns of a list are called."""

from collections.abc import Callable
from typing import Final

from koordinator.domain.list_import import ListField
from koordinator.domain.list_records import FaultReason, RowFault

FIELD_LABELS: Final[dict[ListField, str]] = {
    ListField.CPR: "CPR-nummer",
    ListField.NAME: "Navn",
    ListField.ADDRESS: "Adresse",
    ListField.POSTAL_CODE: "Postnummer",
    ListField.CITY: "By",
    ListField.CASE_NUMBER: "Sagsnummer",
    ListField.TITLE: "Ydelse eller indsats",
    ListField.LEGAL_BASIS: "Lovgrundlag",
    ListField.DEPARTMENT: "Fagenhed",
    ListField.TEAM: "Team",
    ListField.CASEWORKER: "Sagsbehandler",
    ListField.CASEWORKER_EMAIL: "Sagsbehandlers e-mail",
    ListField.CASEWORKER_PHONE: "Sagsbehandlers telefon",
    ListField.OPENED_ON: "Oprettet",
    ListField.STATUS: "Status",
    ListField.DEADLINE_ON: "Frist",
    ListField.APPLICATION: "Ny/genansøgning",
    ListField.RECEIVED_ON: "Ansøgning modtaget",
    ListField.ANSWER_DUE_ON: "Frist for svar",
    ListField.ANSWERED_ON: "Ansøgning besvaret",
    ListField.NOTE: "Bemærkning",
}

BAD_ROWS_HEADINGS: Final = ("Række", "Kolonne", "Værdi", "Fejl")
"""The columns that are added to the refused rows when they are sent back."""

_SENTENCES: Final[dict[FaultReason, Callable[[int], str]]] = {
    FaultReason.BROKEN_ROW: lambda _: "Rækken kan ikke læses. Måske er et anførselstegn ikke afsluttet.",
    FaultReason.SHORT_ROW: lambda cells: f"Rækken er for kort: Den har kun {_count(cells, 'felt', 'felter')}.",
    FaultReason.LONG_ROW: lambda cells: (
        f"Rækken er for lang: Den har {_count(cells, 'felt', 'felter')}, flere end der er overskrifter."
    ),
    FaultReason.MISSING: lambda _: "Feltet er tomt, men skal være udfyldt.",
    FaultReason.TOO_LONG: lambda limit: f"Teksten er for lang. Der er plads til {_count(limit, 'tegn', 'tegn')}.",
    FaultReason.UNUSABLE_CHARACTER: lambda _: "Teksten indeholder et tegn, der ikke kan læses.",
    FaultReason.CPR_SHAPE: lambda _: "Et CPR-nummer har ti cifre.",
    FaultReason.CPR_NO_SUCH_DATE: lambda _: "CPR-nummeret begynder ikke med en dato, der findes.",
    FaultReason.CPR_NOT_BORN_YET: lambda _: "CPR-nummeret begynder med en dato, der ikke er kommet endnu.",
    FaultReason.NO_SUCH_DATE: lambda _: "Det er ikke en dato. Skriv for eksempel 31-12-2026.",
    FaultReason.UNKNOWN_STATUS: lambda _: "Status kendes ikke. Skriv Aktiv, Afventer eller Lukket.",
    FaultReason.UNKNOWN_APPLICATION: lambda _: "Skriv Ny eller Genansøgning.",
    FaultReason.UNKNOWN_DEPARTMENT: lambda _: "Fagenheden findes ikke i programmet.",
    FaultReason.OTHER_NAME: lambda row: f"CPR-nummeret står med et andet navn i række {row}.",
    FaultReason.CASE_OF_ANOTHER: lambda row: (
        f"Sagsnummeret står med et andet CPR-nummer i række {row}."
        if row
        else "Sagsnummeret hører allerede til en anden borger i programmet."
    ),
    FaultReason.CASE_DIFFERS: lambda row: f"Sagsnummeret står med et andet indhold i række {row}.",
}


def fault_reason(fault: RowFault) -> str:
    """Why the row was refused, in a sentence that the list's sender understands."""
    return _SENTENCES[fault.reason](fault.number)


def _count(number: int, one: str, many: str) -> str:
    grouped = f"{number:,}".replace(",", ".")
    return f"{grouped} {one if number == 1 else many}"
