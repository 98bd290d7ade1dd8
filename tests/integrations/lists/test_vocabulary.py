from collections import Counter

from koordinator.domain.list_import import ListField, match_headings, word_key
from koordinator.texts.list_faults import FIELD_LABELS
from tests.integrations.lists.samples import vocabulary


def test_every_field_has_headings_and_none_is_promised_twice() -> None:
    fields = vocabulary().fields

    assert {words.field for words in fields} == set(ListField)
    keys = Counter(word_key(heading) for words in fields for heading in words.headings)
    assert [key for key, count in keys.items() if count > 1] == []


def test_labels_of_the_screen_are_headings_too() -> None:
    found = match_headings(tuple(FIELD_LABELS.values()), vocabulary())

    assert found.fields == tuple(FIELD_LABELS)
