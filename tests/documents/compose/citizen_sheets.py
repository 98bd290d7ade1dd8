"""Made-up contents of the sheets that explain and ask: the ways of helping, the consent form. Nobody exists."""

from dataclasses import replace
from datetime import date
from typing import Final

from koordinator.domain.consent_content import ConsentForm, GivenWords
from koordinator.domain.steps import Step
from koordinator.domain.ways_content import WaysSheet, WayToday
from koordinator.texts.consent import ALL_INVITED, USUAL_PURPOSE
from tests.documents.compose.contents import FAMILY, METTE, SENDER, SUBJECT
from tests.support.letter_texts import consent_text

TODAY: Final = date(2026, 11, 21)
WAYS: Final = WaysSheet(SENDER, TODAY)
WAYS_TODAY: Final = replace(WAYS, today=WayToday(SUBJECT, Step.MEETINGS, METTE))
WAYS_FAMILY: Final = replace(WAYS, today=WayToday(FAMILY, Step.ONE_CASEWORK, METTE))
NO_WAY_NEEDED: Final = replace(WAYS, today=WayToday(SUBJECT, Step.NO_NEED))

THEMES: Final = ("Arbejde", "Bolig", "Børn og familie", "Helbred", "Økonomi")
BLANK_CONSENT: Final = ConsentForm(
    SENDER,
    "Lone Bæk",
    TODAY,
    THEMES,
    ("Kim Møller (Familie)", "Bo Thygesen (Arbejdsmarked og Uddannelse)", "Tina Dam (bisidder)"),
    coordinator=METTE,
)
BLANK_OF_CHILD: Final = replace(
    BLANK_CONSENT, citizen="Anna Bæk", is_child=True, custody_holders=("Lone Bæk", "Jens Holst"), people=()
)
BLANK_OF_ANY_CHILD: Final = replace(BLANK_OF_CHILD, custody_holders=(), coordinator=None, themes=())
_LEFT_OUT: Final = "Tina Dam ikke om økonomi."
GIVEN_CONSENT: Final = replace(
    BLANK_CONSENT,
    given=GivenWords(
        consent_text("Lone Bæk", "Lone Bæk", USUAL_PURPOSE, ALL_INVITED, _LEFT_OUT, date(2027, 1, 31)),
        USUAL_PURPOSE,
        ALL_INVITED,
        _LEFT_OUT,
        "Lone Bæk",
        date(2026, 11, 1),
        date(2027, 2, 1),
    ),
)
GIVEN_FOR_CHILD: Final = replace(
    BLANK_OF_CHILD,
    given=GivenWords(
        consent_text("Anna Bæk", "Lone Bæk", USUAL_PURPOSE, "Kim Møller og Sundhed", "", None),
        USUAL_PURPOSE,
        "Kim Møller og Sundhed",
        given_by="Lone Bæk",
        from_on=date(2026, 11, 1),
    ),
)
TAKEN_BACK: Final = replace(
    GIVEN_CONSENT,
    given=GivenWords("Jeg siger ja.", USUAL_PURPOSE, "Kim Møller", withdrawn_on=date(2026, 11, 3)),
)
