"""The words of the lists we know, from `resources/lists/vocabulary.toml`."""

import tomllib
from pathlib import Path

from koordinator.domain.list_import import FieldWords, ListField, ListVocabulary, word_key
from koordinator.domain.register import ApplicationKind, CaseStatus


def read_vocabulary(path: Path) -> ListVocabulary:
    """The vocabulary; a file of ours that does not fit the fields is a fault of ours and raises ValueError."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return ListVocabulary(
        fields=tuple(
            FieldWords(ListField(name), tuple(words["headings"]), tuple(words.get("otherwise", ())))
            for name, words in data["columns"].items()
        ),
        statuses={word_key(word): CaseStatus(name) for name, words in data["statuses"].items() for word in words},
        applications={
            word_key(word): ApplicationKind(name) for name, words in data["applications"].items() for word in words
        },
    )
