"""What the citizen said before the meeting, as what the consent could leave out."""

from dataclasses import replace
from datetime import date

from koordinator.domain.ids import ThemeId
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.preparation_rules import suggested_exceptions
from koordinator.domain.theme import Theme

TINA, BO = Party(PartyKind.EMPLOYEE, 1), Party(PartyKind.CONTACT_PERSON, 2)
PEOPLE = {TINA: "Tina Dam", BO: "Bo Thygesen"}
MONEY, HOME = Theme(ThemeId(1), "a", "Økonomi", 1), Theme(ThemeId(2), "b", "Bolig", 2)


def suggested(must_not: str, *not_wanted: Party, themes: tuple[Theme, ...] = (MONEY, HOME)) -> list[tuple[object, ...]]:
    found = suggested_exceptions(must_not, not_wanted, PEOPLE, themes)
    return [(each.recipient.party, each.theme_id) for each in found]


def test_a_line_about_somebody_and_a_theme_is_about_that_person() -> None:
    assert suggested("Tina ikke om økonomi.\nVi taler ikke om Boris.") == [(TINA, MONEY.id)]
    assert suggested("Bo Thygesen skal ikke høre om min bolig eller økonomi") == [(BO, MONEY.id), (BO, HOME.id)]


def test_a_theme_alone_is_left_out_for_all() -> None:
    assert suggested("Bolig") == [(TINA, HOME.id), (BO, HOME.id)]
    assert suggested("Min mor") == []
    assert suggested("Bolig", themes=(replace(HOME, retired_on=date(2026, 1, 1)),)) == []


def test_who_is_not_wanted_is_left_out_of_everything() -> None:
    assert suggested("Bolig", BO, Party(PartyKind.CITIZEN, 9)) == [(BO, None), (TINA, HOME.id)]
