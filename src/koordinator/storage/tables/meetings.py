"""Tables round the meeting: what people were called with, whom the citizen wants there, how often one meets."""

from sqlalchemy import UniqueConstraint

from koordinator.domain.invitation import InvitationWay
from koordinator.storage.columns import (
    also,
    clock,
    code,
    day,
    flag,
    moment,
    number,
    party_keys,
    refers,
    table,
    text,
    version,
)
from koordinator.storage.dialect import refuse

INVITATION = table(
    "invitation",
    refers("meeting_id", "meeting"),
    code("way", InvitationWay),
    day("starts_on"),
    clock("starts_clock"),
    number("sequence"),
    moment("made_at"),
    refers("made_by_id", "employee"),
    refers("paper_id", "paper"),
    *party_keys(),
    flag("calls_off"),
    text("organizer"),
    text("calendar_uid"),
)
also(INVITATION, refuse("invitation_stays", "UPDATE", "invitation", "1"))
PRESENCE_WISH = table(
    "presence_wish",
    refers("meeting_id", "meeting"),
    flag("wanted"),
    *party_keys(),
)
MEETING_RHYTHM = table(
    "meeting_rhythm",
    refers("subject_id", "subject"),
    number("weeks"),
    version(),
    UniqueConstraint("subject_id"),
)
SCHOOL_HOLIDAY = table(
    "school_holiday",
    text("name"),
    day("from_on"),
    day("until_on"),
)
