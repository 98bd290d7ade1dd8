"""What lies in a folder for the case system beside the papers: the task list, the journal note and the metadata."""

import json
from typing import Final

from koordinator.documents.plain import plain
from koordinator.documents.spreadsheet import Sheet, csv_file
from koordinator.domain.case_folder import FiledDocument, FolderAbout, FolderContent
from koordinator.domain.output_file import text_file
from koordinator.texts import case_folder as words
from koordinator.usecases.ports_meetings import MadePaper

_FORMAT: Final = "koordinator-case-folder"
_VERSION: Final = 1


class CaseFolderFiles:
    """Text in UTF-8 throughout: the same content gives the same bytes."""

    def name(self, content: FolderContent) -> str:
        """What the folder is called."""
        return words.folder_name(content)

    def tasks(self, content: FolderContent) -> MadePaper:
        """What a Danish Excel opens by a double click; no cell can be run as a formula."""
        sheet = Sheet(words.TASKS_FILE, words.TASK_HEADINGS, words.tasks(content))
        return MadePaper(words.TASKS_FILE, csv_file(sheet))

    def journal_note(self, content: FolderContent) -> MadePaper:
        """As plain text, to be pasted or filed."""
        return MadePaper(words.NOTE_FILE, text_file(plain(words.note(content))))

    def about(self, about: FolderAbout) -> tuple[MadePaper, ...]:
        """The same twice: JSON for programs, text for people."""
        said = {
            "format": _FORMAT,
            "format_version": _VERSION,
            "municipality": about.municipality,
            "case_number": about.case_number,
            "made_at": words.made_at(about.made_at),
            "documents": [_document(each) for each in about.documents],
        }
        as_json = json.dumps(said, ensure_ascii=False, indent=2) + "\n"
        return (
            MadePaper(words.ABOUT_JSON, as_json.encode()),
            MadePaper(words.ABOUT_TEXT, text_file(words.about(about))),
        )


def _document(document: FiledDocument) -> dict[str, str]:
    return {
        "file": document.file_name,
        "document_type": document.rule.document_type,
        "title": words.title(document),
        "date": document.filed_on.isoformat(),
        "kle_subject": document.kle_subject,
        "kle_facet": document.facet,
        "sensitivity": words.SENSITIVITIES[document.rule.sensitivity],
        "language": words.LANGUAGE,
        "sha256": document.sha256,
    }
