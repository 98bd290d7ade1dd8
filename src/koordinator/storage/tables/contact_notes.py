"""Table of the contacts that were recorded. A note is added, never changed; it goes when its time is up."""

from koordinator.domain.contact_note import ContactKind
from koordinator.storage.columns import also, code, may_refer, moment, refers, table, text
from koordinator.storage.dialect import refuse

CONTACT_NOTE = table(
    "contact_note",
    refers("subject_id", "subject"),
    code("kind", ContactKind),
    text("who"),
    text("what"),
    moment("contacted_at"),
    refers("author_id", "employee"),
    moment("noted_at"),
    may_refer("corrects_id", "contact_note"),
)
also(CONTACT_NOTE, refuse("contact_note_stays", "UPDATE", "contact_note", "1"))
