"""The statements behind the search, for each kind of thing. The table names in them are our own."""

from typing import Final

from koordinator.domain.search import HitKind
from koordinator.storage.tables.search import ENTRIES, parts_of


def _for_each_kind(statement: str) -> dict[HitKind, str]:
    return {kind: statement.format(entries=ENTRIES[kind].name, parts=parts_of(kind)) for kind in HitKind}


TEXT_BEGINS: Final = _for_each_kind("""
SELECT id FROM {entries} WHERE folded >= :low AND folded < :high ORDER BY folded, id LIMIT :most
""")
"""Texts that begin with a text, in their order."""

HOLDS_PARTS: Final = _for_each_kind("""
SELECT part.rowid FROM {parts} AS part WHERE {parts} MATCH :match ORDER BY part.rowid LIMIT :most
""")
"""Texts that hold every part, the oldest first."""

HOLDS_PARTS_AND_BEGINNINGS: Final = _for_each_kind("""
SELECT part.rowid FROM {parts} AS part
JOIN {entries} AS entry ON entry.id = part.rowid
WHERE {parts} MATCH :match
AND NOT EXISTS (
    SELECT 1 FROM json_each(:beginnings) AS begun WHERE instr(' ' || entry.folded, ' ' || begun.value) = 0
)
ORDER BY part.rowid LIMIT :most
""")
"""The same with words that begin with each of the beginnings."""

WORDS_BEGIN: Final = _for_each_kind("""
SELECT id FROM {entries}
WHERE folded >= :low AND folded < :high
AND NOT EXISTS (
    SELECT 1 FROM json_each(:beginnings) AS begun WHERE instr(' ' || folded, ' ' || begun.value) = 0
)
ORDER BY folded, id LIMIT :most
""")
"""Texts that begin with the first of the beginnings and hold words that begin with the others."""

CPR_BEGINS: Final = """
SELECT id FROM citizen WHERE cpr <> '' AND cpr >= :low AND cpr < :high ORDER BY cpr LIMIT :most
"""

CPR_IS: Final = "SELECT id FROM citizen WHERE cpr <> '' AND cpr = :cpr"

SHOWN: Final = {
    HitKind.CITIZEN: """
SELECT id, subject_id, name, cpr FROM citizen WHERE id IN (SELECT value FROM json_each(:ids))
""",
    HitKind.FAMILY: """
SELECT id, subject_id, name FROM family WHERE id IN (SELECT value FROM json_each(:ids))
""",
    HitKind.CASE_FILE: """
SELECT case_file.id, citizen.subject_id, citizen.id, case_file.number, citizen.name, department.name
FROM case_file
JOIN citizen ON citizen.id = case_file.citizen_id
JOIN department ON department.id = case_file.department_id
WHERE case_file.id IN (SELECT value FROM json_each(:ids))
""",
    HitKind.AGREEMENT: """
SELECT agreement.id, agreement.subject_id, subject.kind, COALESCE(citizen.id, family.id),
    substr(agreement.what, 1, 200), COALESCE(citizen.name, family.name, ''), agreement.due_on
FROM agreement
JOIN subject ON subject.id = agreement.subject_id
LEFT JOIN citizen ON citizen.subject_id = agreement.subject_id
LEFT JOIN family ON family.subject_id = agreement.subject_id
WHERE agreement.id IN (SELECT value FROM json_each(:ids))
""",
}
"""What is shown of the things with the ids."""
