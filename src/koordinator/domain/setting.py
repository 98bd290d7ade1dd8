"""The municipality's own values: names, intervals, words. Law and routine move, so each holds from a day."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from koordinator.domain.errors import DomainError
from koordinator.domain.ids import RowId


class SettingKey(StrEnum):
    """What can be set, with the value's shape: text unless the name ends in a unit."""

    MUNICIPALITY = "municipality"
    MAIN_PHONE = "main_phone"
    RETURN_ADDRESS = "return_address"
    KLE_SUBJECT = "kle_subject"
    KLE_MEETING_FACET = "kle_meeting_facet"
    FILING_SENSITIVITY = "filing_sensitivity"
    """How papers are filed in the case system (see `case_filing`); nothing where the program's own values hold."""
    LETTERHEAD_NAME = "letterhead_name"
    LETTERHEAD_DEPARTMENT = "letterhead_department"
    LETTERHEAD_ADDRESS = "letterhead_address"
    LETTERHEAD_PHONE = "letterhead_phone"
    LETTERHEAD_WEB = "letterhead_web"
    ACCENT_COLOUR = "accent_colour"
    """As `letterhead_colour.checked_accent` gives it; nothing for the program's own."""
    ENVELOPE = "envelope"
    """A value of `letterhead.Envelope`; nothing where letters go into no window."""
    CASE_NUMBER_ON_PAPERS = "case_number_on_papers"
    """`YES` where letters and papers to professionals carry the case number."""
    LOGO_ID = "logo_id"
    """The key of the `letterhead_logo.Logo` in force; nothing for none."""
    OWNER_EMPLOYEE_ID = "owner_employee_id"
    FIRST_MEETING_WITHIN_DAYS = "first_meeting_within_days"
    TAKE_OVER_WITHIN_DAYS = "take_over_within_days"
    """How soon after the subject came onto trin 3 the departments are expected to hand over."""
    HAND_OUT_WITHIN_WORKING_DAYS = "hand_out_within_working_days"
    MEETING_INTERVAL_DAYS = "meeting_interval_days"
    PLAN_REVIEW_INTERVAL_DAYS = "plan_review_interval_days"
    REASSESS_AFTER_DAYS = "reassess_after_days"
    EFFORT_FOLLOW_UP_DAYS = "effort_follow_up_days"
    """How long before a grant runs out it is followed up on."""
    GATHER_WINDOW_DAYS = "gather_window_days"
    """How near each other a family's follow-ups lie to be gathered into one visit."""
    MISFIT_CONTACTS = "misfit_contacts"
    MISFIT_CANCELLED_MEETINGS = "misfit_cancelled_meetings"
    MISFIT_OVERDUE_AGREEMENTS = "misfit_overdue_agreements"
    MISFIT_OVERDUE_PERCENT = "misfit_overdue_percent"
    MISFIT_MOVES = "misfit_moves"
    MISFIT_MOVES_WITHIN_DAYS = "misfit_moves_within_days"
    """How much it takes before a subject comes forward for reassessment (see `misfit`)."""
    PROFESSIONALS_AT_TABLE = "professionals_at_table"
    """So many professionals at a meeting are enough (see `fewer_at_table`)."""
    AGREED_DAYS_OFF = "agreed_days_off"
    """Values of `holidays.AGREED`, parted by blanks: the days on which this town hall is closed by agreement."""
    IDLE_LOCK_MINUTES = "idle_lock_minutes"
    EXPECTED_ON_STEP3_FROM = "expected_on_step3_from"
    EXPECTED_ON_STEP3_TO = "expected_on_step3_to"
    HANDOVER_CHECKLIST = "handover_checklist"
    """What a handover begins with, a line each; nothing where the program's own list holds."""
    COUNTING_KEY = "counting_key"
    """The phrase that makes the tokens of counts files (see `counts_file`)."""
    COUNTING_SOURCE = "counting_source"
    BACKUP_FOLDER = "backup_folder"
    """Where backups are copied to besides; nothing for nowhere."""
    BACKUP_EVERY_MINUTES = "backup_every_minutes"
    BACKUP_KEEP_HOURS = "backup_keep_hours"
    BACKUP_KEEP_DAYS = "backup_keep_days"
    BACKUP_KEEP_WEEKS = "backup_keep_weeks"
    BACKUP_KEEP_MONTHS = "backup_keep_months"
    BACKUP_PROTECT_DAYS = "backup_protect_days"
    """How long each is kept (see `backup_thinning`)."""
    SPOT_CHECKS_PER_MONTH = "spot_checks_per_month"
    """How many looks at citizens the leader is shown of each month (see `spot_check`)."""
    IS_DEMO = "is_demo"
    """Whether the people are invented; `PRACTICE_DATA` where they are those of the practice case."""


STANDARD_VALUES: dict[SettingKey, str] = {
    SettingKey.MUNICIPALITY: "",
    SettingKey.MAIN_PHONE: "",
    SettingKey.RETURN_ADDRESS: "",
    SettingKey.KLE_SUBJECT: "",
    SettingKey.KLE_MEETING_FACET: "",
    SettingKey.FILING_SENSITIVITY: "",
    SettingKey.LETTERHEAD_NAME: "",
    SettingKey.LETTERHEAD_DEPARTMENT: "",
    SettingKey.LETTERHEAD_ADDRESS: "",
    SettingKey.LETTERHEAD_PHONE: "",
    SettingKey.LETTERHEAD_WEB: "",
    SettingKey.ACCENT_COLOUR: "",
    SettingKey.ENVELOPE: "",
    SettingKey.CASE_NUMBER_ON_PAPERS: "",
    SettingKey.LOGO_ID: "",
    SettingKey.OWNER_EMPLOYEE_ID: "",
    SettingKey.FIRST_MEETING_WITHIN_DAYS: "28",
    SettingKey.TAKE_OVER_WITHIN_DAYS: "14",
    SettingKey.HAND_OUT_WITHIN_WORKING_DAYS: "5",
    SettingKey.MEETING_INTERVAL_DAYS: "90",
    SettingKey.PLAN_REVIEW_INTERVAL_DAYS: "180",
    SettingKey.REASSESS_AFTER_DAYS: "365",
    SettingKey.EFFORT_FOLLOW_UP_DAYS: "42",
    SettingKey.GATHER_WINDOW_DAYS: "30",
    SettingKey.MISFIT_CONTACTS: "2",
    SettingKey.MISFIT_CANCELLED_MEETINGS: "2",
    SettingKey.MISFIT_OVERDUE_AGREEMENTS: "3",
    SettingKey.MISFIT_OVERDUE_PERCENT: "50",
    SettingKey.MISFIT_MOVES: "2",
    SettingKey.MISFIT_MOVES_WITHIN_DAYS: "365",
    SettingKey.PROFESSIONALS_AT_TABLE: "6",
    SettingKey.AGREED_DAYS_OFF: "constitution_day christmas_eve new_years_eve",
    SettingKey.IDLE_LOCK_MINUTES: "15",
    SettingKey.EXPECTED_ON_STEP3_FROM: "20",
    SettingKey.EXPECTED_ON_STEP3_TO: "30",
    SettingKey.HANDOVER_CHECKLIST: "",
    SettingKey.COUNTING_KEY: "",
    SettingKey.COUNTING_SOURCE: "",
    SettingKey.BACKUP_FOLDER: "",
    SettingKey.BACKUP_EVERY_MINUTES: "30",
    SettingKey.BACKUP_KEEP_HOURS: "24",
    SettingKey.BACKUP_KEEP_DAYS: "14",
    SettingKey.BACKUP_KEEP_WEEKS: "8",
    SettingKey.BACKUP_KEEP_MONTHS: "12",
    SettingKey.BACKUP_PROTECT_DAYS: "30",
    SettingKey.SPOT_CHECKS_PER_MONTH: "5",
    SettingKey.IS_DEMO: "",
}


_KLE: Final = re.compile(r"\d{2}(\.\d{2}){0,2}")
_FACET: Final = re.compile(r"[^\W\d_]\d{2}")
PRACTICE_DATA: Final = "practice"
YES: Final = "yes"


class NumberRange(NamedTuple):
    """The whole numbers that a setting can be, both ends included, in the setting's own unit."""

    least: int
    most: int


NUMBERS: Final[dict[SettingKey, NumberRange]] = {
    SettingKey.FIRST_MEETING_WITHIN_DAYS: NumberRange(1, 365),
    SettingKey.TAKE_OVER_WITHIN_DAYS: NumberRange(1, 365),
    SettingKey.HAND_OUT_WITHIN_WORKING_DAYS: NumberRange(1, 60),
    SettingKey.MEETING_INTERVAL_DAYS: NumberRange(7, 365),
    SettingKey.PLAN_REVIEW_INTERVAL_DAYS: NumberRange(7, 730),
    SettingKey.REASSESS_AFTER_DAYS: NumberRange(30, 1_095),
    SettingKey.EFFORT_FOLLOW_UP_DAYS: NumberRange(1, 365),
    SettingKey.GATHER_WINDOW_DAYS: NumberRange(1, 180),
    SettingKey.MISFIT_CONTACTS: NumberRange(1, 50),
    SettingKey.MISFIT_CANCELLED_MEETINGS: NumberRange(1, 20),
    SettingKey.MISFIT_OVERDUE_AGREEMENTS: NumberRange(1, 100),
    SettingKey.MISFIT_OVERDUE_PERCENT: NumberRange(0, 99),
    SettingKey.MISFIT_MOVES: NumberRange(1, 20),
    SettingKey.MISFIT_MOVES_WITHIN_DAYS: NumberRange(30, 1_095),
    SettingKey.PROFESSIONALS_AT_TABLE: NumberRange(1, 40),
    SettingKey.IDLE_LOCK_MINUTES: NumberRange(0, 240),
    SettingKey.EXPECTED_ON_STEP3_FROM: NumberRange(0, 1_000),
    SettingKey.EXPECTED_ON_STEP3_TO: NumberRange(0, 1_000),
    SettingKey.BACKUP_EVERY_MINUTES: NumberRange(5, 1_440),
    SettingKey.BACKUP_KEEP_HOURS: NumberRange(1, 240),
    SettingKey.BACKUP_KEEP_DAYS: NumberRange(1, 365),
    SettingKey.BACKUP_KEEP_WEEKS: NumberRange(0, 104),
    SettingKey.BACKUP_KEEP_MONTHS: NumberRange(0, 120),
    SettingKey.BACKUP_PROTECT_DAYS: NumberRange(0, 365),
    SettingKey.SPOT_CHECKS_PER_MONTH: NumberRange(1, 100),
}
"""The settings that are numbers. Beyond these ends a number is a slip of the fingers, not a way to work."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One value from a day on, until a later one of the same key takes over."""

    id: RowId
    key: SettingKey
    value: str
    from_on: date


def value_on(settings: tuple[Setting, ...], key: SettingKey, day: date) -> str:
    """The value in force on the day, or the standard value."""
    in_force = [setting for setting in settings if setting.key is key and setting.from_on <= day]
    return max(in_force, key=lambda setting: (setting.from_on, setting.id)).value if in_force else STANDARD_VALUES[key]


def is_number_for(key: SettingKey, text: str) -> bool:
    """True when the text is a whole number within the setting's range."""
    least, most = NUMBERS[key]
    return text.isdecimal() and least <= int(text) <= most


def checked_number(key: SettingKey, text: str) -> str:
    """The number as it is kept, without zeros before it. Raises UnusableNumber."""
    if not is_number_for(key, text):
        raise UnusableNumber(key.value, *NUMBERS[key])
    return str(int(text))


class UnusableNumber(DomainError):
    """The setting must be a whole number, without sign, from `least` to `most`."""

    key: str
    least: int
    most: int


class UnusableKle(DomainError):
    """A KLE subject is two digits, and at most two more groups of two: 27, 27.00 or 27.00.00; a facet P35."""

    text: str


def checked_kle(text: str) -> str:
    """A KLE subject, or nothing. Raises UnusableKle."""
    return _checked(text, _KLE)


def checked_facet(text: str) -> str:
    """An action facet, or nothing. Raises UnusableKle."""
    return _checked(text.upper(), _FACET)


def _checked(text: str, form: "re.Pattern[str]") -> str:
    trimmed = text.strip()
    if trimmed and not form.fullmatch(trimmed):
        raise UnusableKle(trimmed)
    return trimmed
