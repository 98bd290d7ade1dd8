"""The joint plan on paper: who sees what, the themes, each member's own part, and the promises that were kept."""

from typing import Final

from koordinator.domain.content_parts import LatestScore
from koordinator.texts.formats import date_long, genitive
from koordinator.texts.paper_voice import Voice, call_name

THEMES: Final = "Sådan går det med hvert emne"
STATUTORY: Final = "Lovens frist for opfølgning"
TEN_IS_BEST: Final = "Tallene går fra 1 til 10. 10 er bedst."
MEMBERS_STRENGTHS: Final = "Det er godt"


def you_do_yourself(voice: Voice) -> str:
    """Det gør du selv"""
    return f"Det gør {voice.you} selv"


def relatives_do(voice: Voice) -> str:
    """Det gør dine nærmeste"""
    return f"Det gør {voice.your_many} nærmeste"


def members_part(name: str) -> str:
    """Annas del af planen"""
    return f"{genitive(call_name(name))} del af planen"


def members_words(name: str) -> str:
    """ANNA SAGDE"""
    return f"{name} sagde".upper()


def members_contribution(name: str) -> str:
    """Det gør Anna selv"""
    return f"Det gør {name} selv"


def members_agreements(name: str) -> str:
    """Aftaler for Anna"""
    return f"Aftaler for {name}"


def seen_by(who: str, about: str) -> str:
    """Kim Møller om skolen"""
    return f"{who} – {about}" if about else who


def theme_score(given: LatestScore, voice: Voice) -> str:
    """du giver 5, før 3 (17. november 2026)"""
    latest, before = given
    earlier = f", før {before.score}" if before else ""
    return f"{latest.who or voice.you_first}: {latest.score}{earlier} ({date_long(latest.scored_on)})"


def promises_kept(kept: int, due: int) -> str:
    """Vi har selv lovet noget, der skulle være gjort nu. Vi holdt 3 af 4 til tiden."""
    if due == 1:
        held = "Det blev gjort til tiden." if kept else "Det blev ikke gjort til tiden."
        return f"Vi i kommunen har lovet én ting, der skulle være gjort nu. {held}"
    if kept == due:
        return f"Vi i kommunen har lovet {due} ting, der skulle være gjort nu. De er alle gjort til tiden."
    return f"Vi i kommunen har lovet {due} ting, der skulle være gjort nu. Vi holdt {kept} af {due} til tiden."


OTHERS_SEE: Final = "Sådan ser andre det:"


def others_score(given: LatestScore) -> str:
    """Kim Møller gav 4 den 12. november 2026, før 3."""
    latest, before = given
    earlier = f", før {before.score}" if before else ""
    return f"{latest.who} gav {latest.score} den {date_long(latest.scored_on)}{earlier}."
