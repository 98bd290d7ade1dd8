import pytest

from koordinator.domain.cpr import BadCpr, CprFault
from koordinator.domain.errors import DomainError
from koordinator.domain.list_import import ColumnsMissing, ListField, ListFileNotWritten, ListRefusal, ListRefused
from koordinator.domain.list_records import FaultReason, RowFault
from koordinator.texts.errors_lists import TEXTS
from koordinator.texts.list_faults import FIELD_LABELS, fault_reason


def said(error: DomainError) -> str:
    return TEXTS[type(error)](error)


@pytest.mark.parametrize("reason", FaultReason)
def test_every_fault_is_a_sentence(reason: FaultReason) -> None:
    sentence = fault_reason(RowFault(7, "Navn", "", reason, 1))

    assert sentence[0].isupper()
    assert sentence.endswith(".")


def test_numbers_are_written_as_in_danish() -> None:
    assert fault_reason(RowFault(7, "By", "", FaultReason.SHORT_ROW, 1)).endswith("kun 1 felt.")
    assert fault_reason(RowFault(7, "Note", "", FaultReason.TOO_LONG, 20_000)).endswith("20.000 tegn.")


def test_every_field_has_a_label() -> None:
    assert set(FIELD_LABELS) == set(ListField)


@pytest.mark.parametrize("refusal", ListRefusal)
def test_every_refusal_says_what_happened_and_that_nothing_is_lost(refusal: ListRefusal) -> None:
    sentence = said(ListRefused("sager.xlsx", refusal, 200_000))

    assert sentence.startswith("»sager.xlsx« ")
    assert sentence.endswith("Der er ikke ændret noget.")
    assert "{" not in sentence


@pytest.mark.parametrize("fault", CprFault)
def test_every_bad_cpr_number_is_explained(fault: CprFault) -> None:
    assert "CPR-nummer" in said(BadCpr(fault))


def test_missing_columns_are_named() -> None:
    assert "kolonne med »Navn«." in said(ColumnsMissing((ListField.NAME,)))
    assert "»CPR-nummer«, »Navn« og »Fagenhed«." in said(
        ColumnsMissing((ListField.CPR, ListField.NAME, ListField.DEPARTMENT))
    )


def test_file_that_cannot_be_saved_is_named() -> None:
    assert said(ListFileNotWritten("fejl.csv")).startswith("»fejl.csv« kan ikke gemmes")
