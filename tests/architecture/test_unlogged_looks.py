"""Every use leaves an entry in the log; what is read without one is listed here, each with why that is right.

Somebody who adds an `aside`, a `glance`, an `again` or a `quietly` says here why no look at a citizen goes by unseen.
"""

import ast
from collections.abc import Iterator
from typing import Final

from tests.architecture.source_tree import PACKAGE, parsed, python_files

_NOBODY: Final = "it concerns no citizen"
_NUMBERS: Final = "numbers only, of whom nobody is shown"
_LOGGED: Final = "logged before or after by the action it belongs to"
_TYPED: Final = "what somebody types themselves, on a page whose look was logged"

WITHOUT_ENTRY: Final = {
    "access_grants.AccessGrants.today": _NOBODY,
    "assessment_models.AssessmentModels._tried": _LOGGED,
    "assessment_models.AssessmentModels.keep": _NOBODY,
    "assessment_models.AssessmentModels.shelf": _NOBODY,
    "backups.Backups._values": _NOBODY,
    "courses.Courses.load": _NUMBERS,
    "deletion.Deletions._clean": _NOBODY,
    "deletion.Deletions._clean_what_is_left": _NOBODY,
    "deletion.Deletions._still_here": _LOGGED,
    "deletion.Deletions._take_back_undone": "the list of deletions names nobody",
    "deletion.Deletions.listed": "the list of deletions names nobody",
    "drafts.Drafts._typing": _TYPED,
    "drafts.Drafts.clear": _TYPED,
    "drafts.Drafts.find": _TYPED,
    "drafts.Drafts.of_thing": _TYPED,
    "founding.Founding.ensure": _NOBODY,
    "handovers.Handovers.checklist": _NOBODY,
    "import_list.ListImport._department_names": _NOBODY,
    "intervals.Intervals.times": _NOBODY,
    "key_changes.KeyChanges.save_sheet": _NOBODY,
    "learning.Learning.open": _NOBODY,
    "learning.Learning.paper": _NOBODY,
    "learning.Learning.ways_paper": _NOBODY,
    "letter_texts.LetterTextShelves.lines": _NOBODY,
    "letterheads.LetterheadInForce.__call__": _NOBODY,
    "letterheads.Letterheads.sample": _NOBODY,
    "letterheads.Letterheads.view": _NOBODY,
    "log_book.LogBook.export": _LOGGED,
    "log_book.LogBook.forget_old_terms": _LOGGED,
    "log_book.LogBook.outline": _NOBODY,
    "log_book.LogBook.page": _LOGGED,
    "log_book.LogBook.thin_out": _LOGGED,
    "many_papers.ManyPapers._drawn": _LOGGED,
    "meetings.Meetings.look_again": _LOGGED,
    "paper_archive.PaperArchive.write": _NOBODY,
    "register.Register.may_save": _LOGGED,
    "retention.Retention.hold_person": _LOGGED,
    "rhythm.Rhythms.school_holidays": _NOBODY,
    "search.Searching.citizen_with": _LOGGED,
    "search.Searching.hits": "one entry for each search that has settled, with the words, and not one for each key",
    "settings.Settings.values": _NOBODY,
    "spelling.Spelling.own_words": _NOBODY,
    "spot_checks.SpotChecks.open": _LOGGED,
    "supervision_papers.SupervisionPapers.of_report": _NUMBERS,
    "unserved.Unserved.numbers": _NUMBERS,
    "verify.Verify._changed": _LOGGED,
    "who_acts.WhoActs.named": _NOBODY,
    "who_acts.WhoActs.owner": _NOBODY,
    "workplace.Workplaces.find": _NOBODY,
}


def test_each_read_without_an_entry_is_listed_with_its_reason() -> None:
    assert set(_reads()) == WITHOUT_ENTRY.keys()


def _reads() -> Iterator[str]:
    for file in python_files(PACKAGE / "usecases"):
        module = file.stem
        for name, body in _functions(parsed(file)):
            if any(_is_read(node) for node in ast.walk(body)):
                yield f"{module}.{name}"


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{each.name}", each) for each in node.body if isinstance(each, ast.FunctionDef))
        elif isinstance(node, ast.FunctionDef):
            yield node.name, node


def _is_read(node: ast.AST) -> bool:
    is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    return is_call and node.func.attr in ("aside", "glance", "again", "quietly")  # type: ignore[attr-defined]
