"""The sample lists, and what the program makes of a list."""

from datetime import date
from pathlib import Path

from koordinator.domain.list_check import CheckedList, check_list
from koordinator.domain.list_import import ListTable, ListVocabulary, match_headings
from koordinator.domain.list_records import ListRules
from koordinator.integrations.lists.reader import read_table
from koordinator.integrations.lists.vocabulary import read_vocabulary

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "tests" / "samples"
DEPARTMENTS = frozenset({"Arbejdsmarked og Uddannelse", "Handicap", "Familie", "Sundhed"})


def vocabulary() -> ListVocabulary:
    return read_vocabulary(ROOT / "resources" / "lists" / "vocabulary.toml")


def sample(name: str) -> ListTable:
    return read_table(SAMPLES / name)


def checked(table: ListTable) -> CheckedList:
    words = vocabulary()
    return check_list(
        table.rows, match_headings(table.headings, words), ListRules(words, date(2026, 1, 1), DEPARTMENTS)
    )
