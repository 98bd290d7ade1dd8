"""The municipality's own letter texts. A version is never rewritten and never deleted."""

from koordinator.domain.letter_kinds import LetterKey
from koordinator.storage.columns import also, code, moment, refers, table, text
from koordinator.storage.dialect import refuse

LETTER_TEXT = table(
    "letter_text", code("key", LetterKey), text("text"), refers("saved_by_id", "employee"), moment("saved_at")
)
also(
    LETTER_TEXT,
    refuse("letter_text_is_history", "UPDATE", "letter_text", "1"),
    refuse("letter_text_stays", "DELETE", "letter_text", "1"),
)
