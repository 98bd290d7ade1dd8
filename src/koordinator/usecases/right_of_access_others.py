"""Who else stands in what is held about a citizen, and what was written for oneself: all that has to be decided."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from json import loads
from typing import Any, Final

from koordinator.domain.citizen import Citizen, FamilyMembership, Relation
from koordinator.domain.draft import Draft
from koordinator.domain.folding import danish_order
from koordinator.domain.ids import EmployeeId
from koordinator.domain.meeting import AgendaItem, MeetingNote, MeetingOperation
from koordinator.domain.organisation import Department, Employee, Team
from koordinator.domain.protected_address import spellings
from koordinator.domain.register import CaseFile, ContactPerson, Effort, OtherPlan
from koordinator.domain.right_of_access import AccessDecision, AccessVerdict, Other, OtherKey, OtherKind, latest
from koordinator.domain.right_of_access_masks import (
    IsWord,
    folded_name,
    lower_words,
    name_terms,
    unknown_names,
    words_of,
)
from koordinator.domain.setting import SettingKey
from koordinator.domain.theme import Theme
from koordinator.usecases.ports import Transaction
from koordinator.usecases.right_of_access_gather import Holdings, Row, texts_of, word_of
from koordinator.usecases.right_of_access_kinds import CODE_FIELDS, FROZEN_FIELDS, NAME_FIELDS, NAMED
from koordinator.usecases.settings import current_values

_NOT_WRITTEN: Final = CODE_FIELDS | FROZEN_FIELDS | {"model_text"}
_NOTE: Final = word_of(MeetingNote)
_WAS_PRIVATE: Final = '"private":true'
_MUNICIPALITY: Final = SettingKey.MUNICIPALITY


def others_of(tx: Transaction, held: Holdings, actor_id: EmployeeId, is_word: IsWord) -> tuple[Other, ...]:
    """All there is to decide, with what was decided; the actor reads only their own private notes and drafts here."""
    decided = latest(tx.of(AccessDecision).where(citizen_id=held.citizen.id))
    words = _Words(held, is_word, frozenset(_own_writing(held, decided)))
    citizens = tx.of(Citizen).where(id=tuple(held.citizen_ids()))
    contacts = _contacts(tx, held)
    own = frozenset(words_of(held.citizen.name))
    found = [
        *_protected_address(held.citizen),
        *(_citizen(each, held, own, words) for each in citizens),
        *(_contact(each, own, words) for each in contacts),
    ]
    found += _names(tx, held, (*citizens, *contacts), words)
    found += _notes(tx, held, actor_id)
    return tuple(
        replace(each, number=number, decision=decided.get(each.key)) for number, each in enumerate(found, start=1)
    )


def _contacts(tx: Transaction, held: Holdings) -> tuple[ContactPerson, ...]:
    """But for colleagues, who act for the authority."""
    own = held.rows[ContactPerson]
    foreign = tx.of(ContactPerson).where(id=tuple(held.contact_ids() - own.keys()))
    return tuple(each for each in (*own.values(), *foreign) if each.employee_id is None)


def _protected_address(citizen: Citizen) -> Iterator[Other]:
    terms = (*spellings(citizen.address), *filter(None, (citizen.postal_code, citizen.city)))
    if citizen.protected_address and terms:
        yield Other(OtherKey(OtherKind.ADDRESS, citizen.id), 0, "", terms=terms)


def _citizen(citizen: Citizen, held: Holdings, own: frozenset[str], is_word: IsWord) -> Other:
    known_as = next(
        (row.kind for row in held.rows[Relation].values() if row.other_citizen_id == citizen.id),
        next((row.role for row in held.rows[FamilyMembership].values() if row.citizen_id == citizen.id), None),
    )
    reach = filter(None, (citizen.cpr, citizen.email, citizen.phone))
    terms = (*name_terms(citizen.name, own, is_word), *reach, *_where(citizen, held.citizen))
    return Other(OtherKey(OtherKind.CITIZEN, citizen.id), 0, citizen.name, known_as, terms=terms)


def _where(citizen: Citizen, besides: Citizen) -> Iterator[str]:
    """All that tells where somebody lives, but for what tells as much of the other one."""
    known = (*spellings(besides.address), besides.postal_code, besides.city, "")
    town = (citizen.postal_code, citizen.city) if citizen.protected_address else ()
    yield from (each for each in (*spellings(citizen.address), *town) if each not in known)


def _contact(contact: ContactPerson, own: frozenset[str], is_word: IsWord) -> Other:
    terms = (*name_terms(contact.name, own, is_word), *filter(None, (contact.email, contact.phone)))
    detail = ", ".join(filter(None, (contact.role, contact.organisation)))
    return Other(OtherKey(OtherKind.CONTACT_PERSON, contact.id), 0, contact.name, contact.kind, detail, terms)


class _Words:
    """Whether something is an ordinary word: by the dictionary, or because it stands somewhere without a capital."""

    def __init__(self, held: Holdings, is_word: IsWord, unread: frozenset[Row]) -> None:
        """What is in `unread` is held back whole, and is for its author's eyes."""
        self._is_word = is_word
        rows = [row for row in held.every() if row not in unread]
        self.named = [text for row in rows for name, text in _written(row) if name in NAME_FIELDS]
        self.plain = [text for row in rows for name, text in _written(row) if name not in NAME_FIELDS]
        self.plain += [text for row in rows for text in _frozen_texts(row)]
        self.seen = lower_words(self.plain)
        self._asked: dict[str, bool] = {}

    def __call__(self, word: str) -> bool:
        if word not in self._asked:
            self._asked[word] = word in self.seen or self._is_word(word)
        return self._asked[word]


def _own_writing(held: Holdings, decided: Mapping[OtherKey, AccessDecision]) -> Iterator[Row]:
    """Private notes and drafts that the citizen is not to have, or not yet, with what the journal has of them."""
    private = private_notes(held)
    for row in held.every():
        key = own_writing_key(row, private)
        if key is not None and (key not in decided or decided[key].verdict is AccessVerdict.MASKED):
            yield row


def private_notes(held: Holdings) -> frozenset[int]:
    """The keys of the private notes, also of those that were taken back and stand in the journal only."""
    notes = held.rows[MeetingNote]
    gone = {
        row.row_id
        for row in held.rows[MeetingOperation].values()
        if row.row_kind == _NOTE and row.row_id not in notes and _WAS_PRIVATE in row.before + row.after
    }
    return frozenset((*(key for key, note in notes.items() if note.private), *gone))


def own_writing_key(row: Row, private: frozenset[int]) -> OtherKey | None:
    """What is decided about for a row that somebody wrote for themselves, or that tells of such a one."""
    if isinstance(row, Draft):
        return OtherKey(OtherKind.DRAFT, row.id)
    if isinstance(row, MeetingNote) or (isinstance(row, MeetingOperation) and row.row_kind == _NOTE):
        key = row.id if isinstance(row, MeetingNote) else row.row_id
        return OtherKey(OtherKind.PRIVATE_NOTE, key) if key in private else None
    return None


def _written(row: Row) -> Iterator[tuple[str, str]]:
    return texts_of(row, _NOT_WRITTEN)


def _names(tx: Transaction, held: Holdings, people: Iterable[Citizen | ContactPerson], words: _Words) -> list[Other]:
    """Names in the texts that are nobody's we know; a field that holds a name holds one from its first word on."""
    known = frozenset(words_of(" ".join(_known(tx, held, people))))
    labels = frozenset(words_of(" ".join(_labels(held))))
    known |= frozenset(word for word in labels if words(word))
    found = unknown_names(words.plain, known, words, words.seen)
    found |= unknown_names(words.named, known, lambda _word: False)
    colleagues = {folded_name(each.name) for each in tx.of(Employee).where()}
    return [
        Other(OtherKey(OtherKind.NAME, name=key), 0, each.name, detail=each.around, terms=each.terms)
        for key, each in sorted(found.items(), key=lambda item: danish_order(item[0]))
        if key not in colleagues
    ]


def _labels(held: Holdings) -> Iterator[str]:
    """What things are called; they are said with a capital also within a sentence."""
    for kind, name in ((CaseFile, "title"), (Effort, "name"), (OtherPlan, "title"), (AgendaItem, "title")):
        yield from (getattr(row, name) for row in held.rows[kind].values())


def _known(tx: Transaction, held: Holdings, people: Iterable[Citizen | ContactPerson]) -> Iterator[str]:
    """Names of people who are decided about by themselves, and what is nobody's name."""
    citizen = held.citizen
    yield from (citizen.name, citizen.address, citizen.city, citizen.language, current_values(tx)[_MUNICIPALITY])
    yield from (person.name for person in people)
    employees = {
        key for row in held.every() for name in NAMED if NAMED[name][0] is Employee if (key := _key(row, name))
    }
    yield from (each.name for each in tx.of(Employee).where(id=tuple(employees)))
    for set_up in (tx.of(Department).where(), tx.of(Team).where(), tx.of(Theme).where()):
        yield from (each.name for each in set_up)


def _key(row: Row, name: str) -> int | None:
    key: int | None = getattr(row, name, None)
    return key


def _frozen_texts(row: Row) -> Iterator[str]:
    for name in FROZEN_FIELDS:
        if text := getattr(row, name, ""):
            yield from _strings(parsed(text))


def parsed(text: str) -> Any:  # noqa: ANN401 (JSON)
    """What the frozen text says; the text itself where it is no JSON."""
    try:
        return loads(text)
    except ValueError:
        return text


def _strings(value: Any, name: str = "") -> Iterator[str]:  # noqa: ANN401 (JSON)
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each, name)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            if key not in _NOT_WRITTEN and not key.endswith(("uid", "uids")):
                yield from _strings(each, key)


def _notes(tx: Transaction, held: Holdings, actor_id: EmployeeId) -> list[Other]:
    """What was written for oneself; only its author reads it here."""
    authors = {each.id: each.name for each in tx.of(Employee).where()}
    notes, drafts = held.rows[MeetingNote], held.rows[Draft].values()

    def found(key: OtherKey, author_id: EmployeeId | None, text: str) -> Other:
        name = authors[author_id] if author_id is not None else ""
        return Other(key, 0, name, detail=text if author_id == actor_id else "")

    return [
        *(
            found(OtherKey(OtherKind.PRIVATE_NOTE, key), note.author_id if note else None, note.text if note else "")
            for key in sorted(private_notes(held))
            for note in (notes.get(key),)
        ),
        *(found(OtherKey(OtherKind.DRAFT, draft.id), draft.author_id, draft.text) for draft in drafts),
    ]
