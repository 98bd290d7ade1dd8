"""The statements behind the search. `:first` and `:last` are the keys between which the entries of a kind lie."""

from typing import Final

from koordinator.storage.tables.search import Searched

TEXT_BEGINS: Final = """
SELECT id FROM search_entry
WHERE kind = :kind AND folded >= :low AND folded < :high
ORDER BY folded, id LIMIT :most
"""

HOLDS_PARTS: Final = """
SELECT part.rowid FROM search_part AS part
JOIN search_entry AS entry ON entry.id = part.rowid
WHERE search_part MATCH :match AND part.rowid BETWEEN :first AND :last
AND NOT EXISTS (
    SELECT 1 FROM json_each(:beginnings) AS begun WHERE instr(' ' || entry.folded, ' ' || begun.value) = 0
)
ORDER BY part.rowid LIMIT :most
"""

WORDS_BEGIN: Final = """
SELECT id FROM search_entry
WHERE kind = :kind AND folded >= :low AND folded < :high
AND NOT EXISTS (
    SELECT 1 FROM json_each(:beginnings) AS begun WHERE instr(' ' || folded, ' ' || begun.value) = 0
)
ORDER BY folded, id LIMIT :most
"""

CPR_BEGINS: Final = """
SELECT id FROM citizen WHERE cpr <> '' AND cpr >= :low AND cpr < :high ORDER BY cpr LIMIT :most
"""

CPR_IS: Final = "SELECT id FROM citizen WHERE cpr <> '' AND cpr = :cpr"

SHOWN: Final = {
    Searched.CITIZEN: """
SELECT id, subject_id, name, cpr FROM citizen WHERE id IN (SELECT value FROM json_each(:ids))
""",
    Searched.FAMILY: """
SELECT id, subject_id, name FROM family WHERE id IN (SELECT value FROM json_each(:ids))
""",
    Searched.CASE_FILE: """
SELECT case_file.id, citizen.subject_id, citizen.id, case_file.number, citizen.name, department.name
FROM case_file
JOIN citizen ON citizen.id = case_file.citizen_id
JOIN department ON department.id = case_file.department_id
WHERE case_file.id IN (SELECT value FROM json_each(:ids))
""",
    Searched.AGREEMENT: """
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
