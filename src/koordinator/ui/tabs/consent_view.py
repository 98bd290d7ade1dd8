"""Consents as they are shown and put into words. Without Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from koordinator.domain.consent import ConsentException, GivenConsent, Recipient
from koordinator.domain.coverage import Coverage
from koordinator.domain.ids import CitizenId, ThemeId
from koordinator.domain.theme import Theme, in_use
from koordinator.texts import consent as texts
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.consents import ConsentFile, Person

_THEME_WIDTH: Final = 118
_TONES: Final = {
    texts.NEEDS_NONE: Tone.NEUTRAL,
    texts.NOT_INVITED: Tone.NEUTRAL,
    texts.COVERED: Tone.DONE,
    texts.PARTLY: Tone.SOON,
    texts.NOT_AT_ALL: Tone.OVERDUE,
}


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a consent can name: a person round the subject or a department."""

    recipient: Recipient
    name: str


def nameable(file: ConsentFile) -> tuple[Named, ...]:
    """Everybody who needs a consent, and the departments."""
    people = (Named(Recipient(each.party), each.name) for each in file.round_it if not each.needs_none)
    departments = (Named(Recipient(department_id=each.id), each.name) for each in file.departments)
    return (*people, *departments)


def exceptable(file: ConsentFile) -> tuple[Theme, ...]:
    """The themes that somebody can be left out of."""
    return tuple(theme for theme in in_use(file.themes) if not theme.is_general)


def shared_with(file: ConsentFile, given: GivenConsent) -> str:
    """Who shares, in words."""
    return texts.shared_with([_name_of(file, row.recipient) for row in given.parties])


def not_covered(file: ConsentFile, exceptions: Sequence[ConsentException]) -> str:
    """What is left out, in words: each person once."""
    left_out: dict[Recipient, list[str | None]] = {}
    for each in exceptions:
        left_out.setdefault(each.recipient, []).append(theme_name(file, each.theme_id))
    return texts.exceptions_words([(_name_of(file, who), themes) for who, themes in left_out.items()])


def theme_name(file: ConsentFile, theme_id: ThemeId | None) -> str | None:
    """The theme's name; None for everything."""
    return next((theme.name for theme in file.themes if theme.id == theme_id), None)


def standing(person: Person, coverage: Coverage) -> str:
    """How the person stands to the consents, in a word with its sign."""
    if person.needs_none:
        return texts.NEEDS_NONE
    if not coverage.covered:
        return texts.NOT_AT_ALL if person.invited else texts.NOT_INVITED
    return texts.PARTLY if coverage.excepted else texts.COVERED


def described(file: ConsentFile, person: Person, coverage: Coverage) -> str:
    """What the person may hear, as a sentence."""
    hidden = [theme.name for theme in file.themes if theme.id in coverage.excepted]
    return texts.person_standing(person.name, standing(person, coverage), hidden)


def in_order(people: Sequence[Person]) -> tuple[Person, ...]:
    """Those who are asked to the meetings first."""
    return tuple(sorted(people, key=lambda person: not (person.invited or person.needs_none)))


def matrix_columns(
    file: ConsentFile, covered: Callable[[Person], Coverage], *, every_theme: bool
) -> tuple[Column[Person], ...]:
    """Who, how they stand, and yes or no to each theme; only those that somebody is left out of, or every one.

    What has no theme has a column where anybody is left out of anything.
    """
    excepted = {theme_id for person in file.round_it for theme_id in covered(person).excepted}
    shown = [theme for theme in file.themes if every_theme or theme.id in excepted]
    columns = [_theme_column(theme.name, theme.id, covered) for theme in shown]
    if excepted and not every_theme:
        columns.append(_column(texts.OTHER_THEMES, lambda person: covered(person).covered))
    if excepted or every_theme:
        columns.append(_theme_column(texts.WITHOUT_THEME, None, covered))
    return (
        Column(texts.WHO, lambda person: person.name, 0, Look.STRONG, lambda person: person.belongs_to, least=180),
        Column(
            texts.STANDING,
            lambda person: standing(person, covered(person)),
            184,
            badge=lambda person: _TONES[standing(person, covered(person))],
        ),
        *columns,
    )


def lost(before: ConsentFile, after: ConsentFile) -> str:
    """What is not shared any more once a consent is withdrawn, and with whom."""
    pairs = tuple(zip(before.round_it, after.round_it, strict=True))
    all_of_it = [old.name for old, new in pairs if old.coverage.covered and not new.coverage.covered]
    some = [old.name for old, new in pairs if new.coverage.covered and new.coverage.excepted - old.coverage.excepted]
    said = [
        texts.loses(names, what) for names, what in ((all_of_it, texts.LOSES_ALL), (some, texts.LOSES_SOME)) if names
    ]
    return " ".join((*said, texts.ALSO_OLD_PAPERS)) if said else texts.NOTHING_CHANGES


def whose(file: ConsentFile, citizen_id: CitizenId) -> str:
    """The citizen's name."""
    return next((citizen.name for citizen in file.people.citizens if citizen.id == citizen_id), "")


def _name_of(file: ConsentFile, recipient: Recipient) -> str:
    """As it is called today; a department that is gone, or somebody who is not round the subject any more, is not."""
    names = {Recipient(each.party): each.name for each in file.round_it}
    names |= {Recipient(department_id=each.id): each.name for each in file.departments}
    return names.get(recipient, texts.SOMEBODY)


def _theme_column(title: str, theme_id: ThemeId | None, covered: Callable[[Person], Coverage]) -> Column[Person]:
    return _column(title, lambda person: covered(person).shows(theme_id))


def _column(title: str, may: Callable[[Person], bool]) -> Column[Person]:
    def said(person: Person) -> str:
        if person.needs_none or may(person):
            return texts.MAY
        return texts.MAY_NOT if person.invited else texts.NOT_ASKED

    return Column(
        title,
        said,
        _THEME_WIDTH,
        badge=lambda person: Tone.SOON if said(person) == texts.MAY_NOT else None,
        least=_THEME_WIDTH,
    )
