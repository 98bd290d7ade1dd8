"""The texts of the municipality's letters: which there are, and what may and must stand in each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from koordinator.domain.codes import EndReason
from koordinator.domain.handover import HandoverKind


class LetterKey(StrEnum):
    """A text that the municipality can make its own."""

    INVITATION_CITIZEN = "invitation_citizen"
    INVITATION_FAMILY = "invitation_family"
    """To one of a family, about the whole of it."""
    INVITATION_RELATIVE = "invitation_relative"
    INVITATION_PROFESSIONAL = "invitation_professional"
    NEUTRAL_RELATIVE = "neutral_relative"
    """To somebody whom no consent covers: neither whom nor what the meeting is about."""
    NEUTRAL_PROFESSIONAL = "neutral_professional"
    MOVED = "moved"
    """The heading and the box of an invitation to a meeting that has been moved."""
    CANCELLED_CITIZEN = "cancelled_citizen"
    CANCELLED_PROFESSIONAL = "cancelled_professional"
    PREPARATION = "preparation"
    RESPONSIBLE = "responsible"
    HANDOVER_PLANNED = "handover_planned"
    HANDOVER_ABSENCE = "handover_absence"
    HANDOVER_RESIGNATION = "handover_resignation"
    END = "end"
    END_GOALS_REACHED = "end_goals_reached"
    END_LESS_NEED = "end_less_need"
    END_CITIZEN_WISH = "end_citizen_wish"
    END_MOVED_AWAY = "end_moved_away"
    END_PART_OF_FAMILY = "end_part_of_family"
    END_OTHER = "end_other"
    COVER = "cover"
    """Goes along with papers that are handed out."""
    CONSENT = "consent"
    MAIL_INVITATION = "mail_invitation"
    MAIL_CANCELLED = "mail_cancelled"
    MAIL_TAKEN_OFF = "mail_taken_off"
    CALENDAR_INVITATION = "calendar_invitation"
    CALENDAR_CANCELLED = "calendar_cancelled"
    CALENDAR_TAKEN_OFF = "calendar_taken_off"


class Placeholder(StrEnum):
    """What is put into a text. A value that is not known is empty."""

    NAME = "name"
    """The reader, as one speaks to them."""
    SUBJECT = "subject"
    """Whom it is about, by the whole name."""
    MUNICIPALITY = "municipality"
    TODAY = "today"
    MEETING_KIND = "meeting_kind"
    MEETING_DAY = "meeting_day"
    MEETING_CLOCK = "meeting_clock"
    MEETING_TIME = "meeting_time"
    """The day, and from when to when."""
    DURATION = "duration"
    PLACE = "place"
    MEETING = "meeting"
    """Day, clock and place, as they stand in a sentence."""
    EARLIER_TIME = "earlier_time"
    REASON = "reason"
    CALL_US = "call_us"
    IF_NO_ANSWER = "if_no_answer"
    COORDINATOR = "coordinator"
    COORDINATOR_FIRST = "coordinator_first"
    COORDINATOR_EMAIL = "coordinator_email"
    PRIMARY = "primary"
    PRIMARY_FIRST = "primary_first"
    BOTH = "both"
    """The one who is both coordinator and primary caseworker; then there is neither of the two."""
    BOTH_FIRST = "both_first"
    GIVER = "giver"
    GIVER_FIRST = "giver_first"
    RECEIVER = "receiver"
    RECEIVER_FIRST = "receiver_first"
    HANDOVER_DAY = "handover_day"
    END_DAY = "end_day"
    WHY_ENDED = "why_ended"
    CALL_LATER = "call_later"
    PAPERS = "papers"
    PHONE = "phone"
    PHONE_HOURS = "phone_hours"
    SIGNER = "signer"
    SIGNER_TITLE = "signer_title"
    ATTACHED = "attached"
    SAYS_YES = "says_yes"
    SHARED_BETWEEN = "shared_between"
    PURPOSE = "purpose"
    EXCEPTIONS = "exceptions"
    HOLDS_UNTIL = "holds_until"
    ONLY_NEEDED = "only_needed"
    RIGHTS = "rights"
    TIME_AND_PLACE = "time_and_place"
    PEOPLE = "people"
    AGENDA = "agenda"
    MOVED = "moved"
    COORDINATOR_CARD = "coordinator_card"
    PRIMARY_CARD = "primary_card"
    BOTH_CARD = "both_card"
    RECEIVER_CARD = "receiver_card"
    CITIZENS_WORD = "citizens_word"
    GREETING = "greeting"


BLOCKS: Final = frozenset(
    {
        Placeholder.TIME_AND_PLACE,
        Placeholder.PEOPLE,
        Placeholder.AGENDA,
        Placeholder.MOVED,
        Placeholder.COORDINATOR_CARD,
        Placeholder.PRIMARY_CARD,
        Placeholder.BOTH_CARD,
        Placeholder.RECEIVER_CARD,
        Placeholder.CITIZENS_WORD,
        Placeholder.GREETING,
    }
)
"""More than words: a list, a card, a box. Each stands alone on its line."""

_ALWAYS_KNOWN: Final = frozenset(
    {
        Placeholder.NAME,
        Placeholder.SUBJECT,
        Placeholder.TODAY,
        Placeholder.MEETING_KIND,
        Placeholder.MEETING_DAY,
        Placeholder.MEETING_CLOCK,
        Placeholder.MEETING_TIME,
        Placeholder.DURATION,
        Placeholder.PLACE,
        Placeholder.MEETING,
        Placeholder.EARLIER_TIME,
        Placeholder.CALL_US,
        Placeholder.GIVER,
        Placeholder.GIVER_FIRST,
        Placeholder.RECEIVER,
        Placeholder.RECEIVER_FIRST,
        Placeholder.HANDOVER_DAY,
        Placeholder.END_DAY,
        Placeholder.WHY_ENDED,
        Placeholder.PAPERS,
        Placeholder.SIGNER,
        Placeholder.SAYS_YES,
        Placeholder.SHARED_BETWEEN,
        Placeholder.ONLY_NEEDED,
        Placeholder.RIGHTS,
        Placeholder.TIME_AND_PLACE,
        Placeholder.MOVED,
    }
)


@dataclass(frozen=True, slots=True)
class LetterRule:
    """What may and must stand in a text.

    Of each group of `must` one at least stands where nothing else can take it away. `known` are those that are never
    empty. With `has_title` the text begins with its heading; with `has_styles` it has headings, boxes and lists.
    """

    may: frozenset[Placeholder]
    must: tuple[frozenset[Placeholder], ...] = ()
    has_title: bool = True
    has_styles: bool = True
    to_citizen: bool = True
    perhaps: frozenset[Placeholder] = frozenset()
    """Elsewhere always known, here not."""

    @property
    def known(self) -> frozenset[Placeholder]:
        """What is never empty in this text."""
        return (self.may & _ALWAYS_KNOWN) - self.perhaps


def _one_of(*placeholders: Placeholder) -> frozenset[Placeholder]:
    return frozenset(placeholders)


_EVERYWHERE: Final = _one_of(Placeholder.MUNICIPALITY)
_LETTER: Final = _EVERYWHERE | _one_of(
    Placeholder.NAME, Placeholder.TODAY, Placeholder.CALL_US, Placeholder.IF_NO_ANSWER, Placeholder.GREETING
)
_CALLED: Final = _LETTER | _one_of(
    Placeholder.COORDINATOR,
    Placeholder.COORDINATOR_FIRST,
    Placeholder.COORDINATOR_EMAIL,
    Placeholder.MEETING_KIND,
    Placeholder.MEETING_DAY,
    Placeholder.MEETING_CLOCK,
)
_NEUTRAL: Final = _CALLED | _one_of(
    Placeholder.DURATION, Placeholder.PLACE, Placeholder.TIME_AND_PLACE, Placeholder.MOVED
)
_INVITATION: Final = _NEUTRAL | _one_of(Placeholder.SUBJECT, Placeholder.PEOPLE, Placeholder.AGENDA)
_WHEN: Final = (
    _one_of(Placeholder.MEETING_DAY, Placeholder.TIME_AND_PLACE),
    _one_of(Placeholder.MEETING_CLOCK, Placeholder.TIME_AND_PLACE),
)
_COMES: Final = (
    *_WHEN,
    _one_of(Placeholder.PLACE, Placeholder.TIME_AND_PLACE),
    _one_of(Placeholder.MOVED),
)
_CALLED_OFF: Final = (_one_of(Placeholder.MEETING_DAY), _one_of(Placeholder.MEETING_CLOCK))
_HANDOVER: Final = LetterRule(
    _LETTER
    | _one_of(
        Placeholder.GIVER,
        Placeholder.GIVER_FIRST,
        Placeholder.RECEIVER,
        Placeholder.RECEIVER_FIRST,
        Placeholder.RECEIVER_CARD,
        Placeholder.HANDOVER_DAY,
        Placeholder.MEETING,
    ),
    (_one_of(Placeholder.RECEIVER), _one_of(Placeholder.HANDOVER_DAY)),
    perhaps=_one_of(Placeholder.MEETING),
)
_SENTENCE: Final = LetterRule(_EVERYWHERE, has_title=False, has_styles=False)
_CALENDAR: Final = LetterRule(
    _EVERYWHERE | _one_of(Placeholder.MEETING_KIND), has_title=False, has_styles=False, to_citizen=False
)
_MAIL: Final = LetterRule(
    _CALENDAR.may | _one_of(Placeholder.MEETING_TIME, Placeholder.PLACE, Placeholder.ATTACHED),
    (_one_of(Placeholder.MEETING_TIME),),
    has_title=False,
    has_styles=False,
    to_citizen=False,
    perhaps=_one_of(Placeholder.PLACE),
)
_CONSENT: Final = _one_of(
    Placeholder.SAYS_YES,
    Placeholder.SHARED_BETWEEN,
    Placeholder.PURPOSE,
    Placeholder.ONLY_NEEDED,
    Placeholder.EXCEPTIONS,
    Placeholder.HOLDS_UNTIL,
    Placeholder.RIGHTS,
)
"""What somebody says yes to is never lost; a municipality adds its own sentences."""

RULES: Final[dict[LetterKey, LetterRule]] = {
    LetterKey.INVITATION_CITIZEN: LetterRule(_INVITATION, _COMES),
    LetterKey.INVITATION_FAMILY: LetterRule(_INVITATION, _COMES),
    LetterKey.INVITATION_RELATIVE: LetterRule(_INVITATION, _COMES),
    LetterKey.INVITATION_PROFESSIONAL: LetterRule(_INVITATION, _COMES, to_citizen=False),
    LetterKey.NEUTRAL_RELATIVE: LetterRule(_NEUTRAL, _COMES),
    LetterKey.NEUTRAL_PROFESSIONAL: LetterRule(_NEUTRAL, _COMES, to_citizen=False),
    LetterKey.MOVED: LetterRule(
        _EVERYWHERE
        | _one_of(
            Placeholder.MEETING_KIND,
            Placeholder.MEETING_DAY,
            Placeholder.MEETING_CLOCK,
            Placeholder.EARLIER_TIME,
            Placeholder.REASON,
        ),
        (_one_of(Placeholder.EARLIER_TIME),),
    ),
    LetterKey.CANCELLED_CITIZEN: LetterRule(_CALLED | _one_of(Placeholder.REASON), _CALLED_OFF),
    LetterKey.CANCELLED_PROFESSIONAL: LetterRule(_CALLED, _CALLED_OFF, to_citizen=False),
    LetterKey.PREPARATION: LetterRule(
        _EVERYWHERE | _one_of(Placeholder.SUBJECT, Placeholder.MEETING, Placeholder.CALL_US),
        (_one_of(Placeholder.MEETING),),
    ),
    LetterKey.RESPONSIBLE: LetterRule(
        _LETTER
        | _one_of(
            Placeholder.COORDINATOR,
            Placeholder.COORDINATOR_FIRST,
            Placeholder.COORDINATOR_CARD,
            Placeholder.PRIMARY,
            Placeholder.PRIMARY_FIRST,
            Placeholder.PRIMARY_CARD,
            Placeholder.BOTH,
            Placeholder.BOTH_FIRST,
            Placeholder.BOTH_CARD,
        ),
        (_one_of(Placeholder.CALL_US),),
    ),
    LetterKey.HANDOVER_PLANNED: _HANDOVER,
    LetterKey.HANDOVER_ABSENCE: _HANDOVER,
    LetterKey.HANDOVER_RESIGNATION: _HANDOVER,
    LetterKey.END: LetterRule(
        _LETTER
        | _one_of(Placeholder.END_DAY, Placeholder.WHY_ENDED, Placeholder.CALL_LATER, Placeholder.CITIZENS_WORD),
        (_one_of(Placeholder.END_DAY), _one_of(Placeholder.WHY_ENDED)),
    ),
    LetterKey.END_GOALS_REACHED: _SENTENCE,
    LetterKey.END_LESS_NEED: _SENTENCE,
    LetterKey.END_CITIZEN_WISH: _SENTENCE,
    LetterKey.END_MOVED_AWAY: _SENTENCE,
    LetterKey.END_PART_OF_FAMILY: _SENTENCE,
    LetterKey.END_OTHER: _SENTENCE,
    LetterKey.COVER: LetterRule(
        _EVERYWHERE
        | _one_of(
            Placeholder.NAME,
            Placeholder.PAPERS,
            Placeholder.PHONE,
            Placeholder.PHONE_HOURS,
            Placeholder.SIGNER,
            Placeholder.SIGNER_TITLE,
        ),
        (_one_of(Placeholder.PAPERS),),
        has_styles=False,
        perhaps=_one_of(Placeholder.NAME),
    ),
    LetterKey.CONSENT: LetterRule(_CONSENT, tuple(map(_one_of, sorted(_CONSENT))), has_title=False, has_styles=False),
    LetterKey.MAIL_INVITATION: _MAIL,
    LetterKey.MAIL_CANCELLED: _MAIL,
    LetterKey.MAIL_TAKEN_OFF: _MAIL,
    LetterKey.CALENDAR_INVITATION: _CALENDAR,
    LetterKey.CALENDAR_CANCELLED: _CALENDAR,
    LetterKey.CALENDAR_TAKEN_OFF: _CALENDAR,
}

HANDOVERS: Final[dict[HandoverKind, LetterKey]] = {
    HandoverKind.PLANNED: LetterKey.HANDOVER_PLANNED,
    HandoverKind.ABSENCE: LetterKey.HANDOVER_ABSENCE,
    HandoverKind.RESIGNATION: LetterKey.HANDOVER_RESIGNATION,
}
END_REASONS: Final[dict[EndReason, LetterKey]] = {
    EndReason.GOALS_REACHED: LetterKey.END_GOALS_REACHED,
    EndReason.LESS_NEED: LetterKey.END_LESS_NEED,
    EndReason.CITIZEN_WISH: LetterKey.END_CITIZEN_WISH,
    EndReason.MOVED_AWAY: LetterKey.END_MOVED_AWAY,
    EndReason.PART_OF_FAMILY: LetterKey.END_PART_OF_FAMILY,
    EndReason.OTHER: LetterKey.END_OTHER,
}
