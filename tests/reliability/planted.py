"""People whose names and numbers were made up to be looked for: nobody has them, and nothing else is spelt so."""

from random import Random
from typing import Final, NamedTuple

HEAD: Final = (
    "CPR-nr.;Navn;Adresse;Postnr.;By;Sagsnr.;Ydelse/indsats;Fagenhed;Team;Sagsbehandler;Oprettet;Status;Frist\n"
)
MANY: Final = 50
_LETTERS: Final = "bdfgklmnprstvz"
_VOWELS: Final = "aeiouyæøå"
_DAYS_OF_REPLACED_NUMBERS: Final = 60


class Planted(NamedTuple):
    """A person. The CPR number is a replacement number (day + 60): no real one can be such."""

    name: str
    cpr: str

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


def planted_people(seed: int) -> tuple[Planted, ...]:
    """So many for the trial."""
    random = Random(f"planted {seed}")  # noqa: S311 - a trial that can be made again
    return tuple(Planted(f"{_word(random)} {_word(random)}", _number(random)) for _ in range(MANY))


def words_of(people: tuple[Planted, ...]) -> tuple[str, ...]:
    """Every way in which they may have been kept."""
    names = [word for person in people for word in (person.name, *person.name.split())]
    return (*names, *(person.cpr for person in people), *(person.cpr.replace("-", "") for person in people))


def list_of(people: tuple[Planted, ...]) -> str:
    """The list of a case system, with a case for each."""
    rows = [
        f"{person.cpr};{person.name};Skovbrynet {number};9881;Bindslev;S2026-{number:05};Aflastning;Familie;"
        "Familierådgivningen;Mette Kowalska;14-07-2026;Aktiv;\n"
        for number, person in enumerate(people, 1)
    ]
    return HEAD + "".join(rows)


def _word(random: Random) -> str:
    """Eleven letters, so that no packed bytes look like it."""
    return "Q" + "".join(random.choice(_LETTERS) + random.choice(_VOWELS) for _ in range(5))


def _number(random: Random) -> str:
    day = random.randint(1, 28) + _DAYS_OF_REPLACED_NUMBERS
    return f"{day}{random.randint(1, 12):02}{random.randint(40, 99):02}-{random.randint(1_000, 3_999)}"
