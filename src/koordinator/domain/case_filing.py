"""How a paper is filed in the case system: its type, KLE subject and action facet, and how sensitive it is.

All of it is data: the program's own values, the municipality's, and those of the one case.
Source: KL Emnesystematik (KLE), meeting cases have action facet P35.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from koordinator.domain import limits
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import RowId, SubjectId
from koordinator.domain.setting import SettingKey, UnusableKle, checked_facet, checked_kle
from koordinator.domain.toml_text import NotToml, read_toml

JOURNAL_NOTE: Final = "journal_note"
TASK_LIST: Final = "task_list"
_DEFAULT: Final = "default"


class Sensitivity(StrEnum):
    """The case system's four classes, the least first."""

    NOT_CONFIDENTIAL = "not_confidential"
    CONFIDENTIAL = "confidential"
    SENSITIVE = "sensitive"
    SPECIALLY_SENSITIVE = "specially_sensitive"


class UnusableFiling(DomainError):
    """The program's own values for filing cannot be read."""

    file_name: str


@dataclass(frozen=True, slots=True)
class FilingRule:
    """How one kind of paper is filed. `of_meeting`: it has the meeting's facet."""

    document_type: str
    sensitivity: Sensitivity
    of_meeting: bool = False


@dataclass(frozen=True, slots=True)
class FilingRules:
    """How every kind is filed; `rules` by `PaperKind` and the two that are no papers."""

    kle_subject: str
    meeting_facet: str
    rules: Mapping[str, FilingRule]

    def rule(self, kind: str) -> FilingRule:
        """The kind's own, or the one for all others."""
        return self.rules.get(kind, self.rules[_DEFAULT])

    def changed_by(self, values: Mapping[SettingKey, str]) -> "FilingRules":
        """With the municipality's own values, where it has set any."""
        own = replace(
            self,
            kle_subject=values[SettingKey.KLE_SUBJECT] or self.kle_subject,
            meeting_facet=values[SettingKey.KLE_MEETING_FACET] or self.meeting_facet,
        )
        return own.all_as(values[SettingKey.FILING_SENSITIVITY])

    def for_case(self, filing: "CaseFiling") -> "FilingRules":
        """With the values of the one case, where it has any."""
        own = replace(self, kle_subject=filing.kle_subject or self.kle_subject)
        return own.all_as(filing.sensitivity or "")

    def all_as(self, sensitivity: str) -> "FilingRules":
        """Every kind with the one sensitivity; as they are when it is empty."""
        if not sensitivity:
            return self
        one = Sensitivity(sensitivity)
        return replace(self, rules={kind: replace(rule, sensitivity=one) for kind, rule in self.rules.items()})


@dataclass(frozen=True, slots=True)
class CaseFiling:
    """Where a subject's papers are filed. Empty values are the municipality's."""

    id: RowId
    subject_id: SubjectId
    case_number: str = ""
    kle_subject: str = ""
    sensitivity: Sensitivity | None = None
    version: int = 0


def checked_filing(filing: CaseFiling) -> CaseFiling:
    """Without space at its ends. Raises UnusableKle, FieldTooLong or UnusableCharacter."""
    number = limits.checked("case_number", filing.case_number, limits.SHORT)
    return replace(filing, case_number=number, kle_subject=checked_kle(filing.kle_subject))


def read_filing(text: str, file_name: str) -> FilingRules:
    """The rules in the file. Raises UnusableFiling."""
    try:
        tables: dict[str, Any] = read_toml(text)
        subject, facet = checked_kle(str(tables.pop("kle_subject"))), checked_facet(str(tables.pop("meeting_facet")))
        rules = {kind: _rule(table) for kind, table in tables.items()}
        return FilingRules(subject, facet, {_DEFAULT: rules[_DEFAULT]} | rules)
    except (NotToml, KeyError, TypeError, ValueError, UnusableKle) as error:
        raise UnusableFiling(file_name) from error


def _rule(table: Mapping[str, Any]) -> FilingRule:
    return FilingRule(str(table["type"]), Sensitivity(table["sensitivity"]), bool(table.get("meeting", False)))
