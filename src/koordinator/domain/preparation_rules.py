"""From what the citizen said before a meeting to what the consent could leave out: a suggestion, never a decision."""

from collections.abc import Collection, Iterable, Mapping

from koordinator.domain.consent import ConsentException, Recipient, consent_exception
from koordinator.domain.folding import folded
from koordinator.domain.ids import ThemeId
from koordinator.domain.party import Party
from koordinator.domain.theme import Theme


def suggested_exceptions(
    must_not: str, not_wanted: Collection[Party], people: Mapping[Party, str], themes: Iterable[Theme]
) -> tuple[ConsentException, ...]:
    """What could be left out of the consent, for the form to begin with.

    Whoever is not wanted at the meeting is left out of everything. A line of `must_not` that names a theme leaves it
    out: for those of the `people` whom the line names too ("Tina ikke om økonomi"), else for all of them.
    """
    can_be = [theme for theme in themes if theme.retired_on is None]
    pairs: dict[tuple[Party, ThemeId | None], None] = dict.fromkeys(
        (party, None) for party in people if party in not_wanted
    )
    for line in must_not.splitlines():
        said = f" {folded(line)} "
        named = [party for party, name in people.items() if _is_named(name, said)]
        for theme in (each for each in can_be if f" {folded(each.name)} " in said):
            pairs |= dict.fromkeys((party, theme.id) for party in (named or people) if party not in not_wanted)
    return tuple(consent_exception(Recipient(party), theme_id) for party, theme_id in pairs)


def _is_named(name: str, said: str) -> bool:
    """By the whole name or the first name, as whole words."""
    whole = folded(name)
    return bool(whole) and (f" {whole} " in said or f" {whole.split()[0]} " in said)
