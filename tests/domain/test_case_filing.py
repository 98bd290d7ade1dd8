"""How papers are filed: the program's values, the municipality's, and those of the one case."""

import pytest

from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.case_filing import (
    JOURNAL_NOTE,
    TASK_LIST,
    CaseFiling,
    Sensitivity,
    UnusableFiling,
    checked_filing,
    read_filing,
)
from koordinator.domain.ids import RowId, SubjectId
from koordinator.domain.paper import PaperKind
from koordinator.domain.setting import STANDARD_VALUES, SettingKey, UnusableKle, checked_facet, checked_kle

FILE = resources_dir() / "organisation" / "case_system.toml"
RULES = read_filing(FILE.read_text(encoding="utf-8"), FILE.name)
FILING = CaseFiling(RowId(0), SubjectId(1))


def test_minutes_have_the_facet_of_meetings_and_a_plan_has_none() -> None:
    assert (RULES.kle_subject, RULES.meeting_facet) == ("27.00.00", "P35")
    minutes, plan = RULES.rule(PaperKind.MINUTES), RULES.rule(PaperKind.PLAN)
    assert (minutes.document_type, minutes.sensitivity, minutes.of_meeting) == ("Referat", Sensitivity.SENSITIVE, True)
    assert (plan.document_type, plan.of_meeting) == ("Plan", False)


def test_every_kind_has_a_type() -> None:
    assert all(RULES.rule(kind).document_type for kind in (*PaperKind, JOURNAL_NOTE, TASK_LIST, "unheard_of"))


def test_the_municipality_and_the_case_come_before_the_program() -> None:
    own = RULES.changed_by(
        STANDARD_VALUES | {SettingKey.KLE_SUBJECT: "15.20.00", SettingKey.FILING_SENSITIVITY: "confidential"}
    )
    case = own.for_case(CaseFiling(RowId(0), SubjectId(1), "", "29.00.00", Sensitivity.SPECIALLY_SENSITIVE))

    assert RULES.changed_by(STANDARD_VALUES) == RULES
    assert own.kle_subject == "15.20.00"
    assert {rule.sensitivity for rule in own.rules.values()} == {Sensitivity.CONFIDENTIAL}
    assert case.kle_subject == "29.00.00"
    assert case.rule(PaperKind.PLAN).sensitivity is Sensitivity.SPECIALLY_SENSITIVE
    assert own.for_case(FILING) == own


@pytest.mark.parametrize("text", ["", "27", "27.00", " 27.00.00 "])
def test_a_kle_subject_is_one_to_three_groups(text: str) -> None:
    assert checked_kle(text) == text.strip()


@pytest.mark.parametrize("text", ["2", "27.", "27.0.0", "P35", "27.00.00.00", "27 00"])
def test_what_is_no_kle_subject_is_refused(text: str) -> None:
    with pytest.raises(UnusableKle):
        checked_kle(text)


def test_a_facet_is_a_letter_and_two_digits() -> None:
    assert (checked_facet(" p35 "), checked_facet("")) == ("P35", "")
    with pytest.raises(UnusableKle):
        checked_facet("35")


def test_a_case_is_kept_without_space_at_its_ends() -> None:
    filing = checked_filing(CaseFiling(RowId(0), SubjectId(1), " 26-100 ", " 27 "))

    assert (filing.case_number, filing.kle_subject) == ("26-100", "27")


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        'kle_subject = "27"',
        'kle_subject = "x"\nmeeting_facet = "P35"',
        'kle_subject = "27"\nmeeting_facet = "P35"\n[plan]\ntype = "Plan"\nsensitivity = "sensitive"',
        'kle_subject = "27"\nmeeting_facet = "P35"\n[default]\ntype = "Plan"\nsensitivity = "secret"',
        'kle_subject = "27"\nmeeting_facet = "P35"\ndefault = 3',
    ],
)
def test_a_file_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(UnusableFiling) as refused:
        read_filing(text, "case_system.toml")

    assert refused.value.file_name == "case_system.toml"
