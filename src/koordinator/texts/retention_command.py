"""Words of `koordinator retention`."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from koordinator.domain.retention_due import DueSubject, OldThings
from koordinator.texts import retention as texts
from koordinator.texts.formats import date_short, number

SUMMARY: Final = "se, hvis tid for opbevaring er gået, slet for altid, eller bestem, at noget skal beholdes"
LIST: Final = "vis dem, hvis tid er gået, og det, der ikke må slettes"
DELETE: Final = "vis, hvad en sletning tager med, og slet for altid, når --archive er sagt"
HOLD: Final = "bestem, at en borger eller familie ikke må slettes"
RELEASE: Final = "ophæv, at en borger eller familie ikke må slettes"
SUBJECT: Final = "NUMMER"
SUBJECT_HELP: Final = "nummeret, som »koordinator retention list« viser"
ARCHIVE: Final = (
    "sletter for altid: delivered, når det er afleveret til arkivet, not_worth_keeping, når det ikke skal bevares"
)
REASON: Final = "GRUND"
REASON_HELP: Final = "hvorfor det skal beholdes"
UNTIL: Final = "DATO"
UNTIL_HELP: Final = "behold til den dag; uden den beholdes det, til nogen ophæver det"
NOTHING_DUE: Final = "Tiden er ikke gået for nogen."
NOT_YET: Final = "Tiden er ikke gået, så det kan ikke slettes endnu. Der er ikke slettet noget."
NOT_DELETED: Final = "Der er ikke slettet noget. Skriv --archive for at slette for altid."


def due_line(due: DueSubject) -> str:
    """12  Lone Bæk (borger), kan slettes fra 01.03.2024. Forløbet sluttede ..."""
    hold = due.hold
    kept = texts.state(hold.reason, hold.until_on) if hold else texts.state(None, None)
    why = texts.why(due.period.event, due.event_on, due.period.months)
    kind = texts.SUBJECTS[due.kind].lower()
    when = f"kan slettes fra {date_short(due.due_on)}. {why}. {texts.ended(kept)}"
    return f"{due.subject_id}  {due.name} ({kind}), {when}"


def group_line(group: OldThings) -> str:
    """Kladder: 14 fra 22.05.2026 eller før"""
    return f"{texts.KINDS[group.kind]}: {number(group.number)} fra {date_short(group.before)} eller før"


def hold_line(subject_id: int, name: str, reason: str, until_on: date | None) -> str:
    """12  Lone Bæk. Må ikke slettes: Retssag"""
    return f"{subject_id}  {name}. {texts.ended(texts.state(reason, until_on))}"


def is_kept(reason: str, until_on: date | None) -> str:
    """Må ikke slettes: Retssag. Der er ikke slettet noget."""
    return f"{texts.ended(texts.state(reason, until_on))} Der er ikke slettet noget."


def preview(name: str, counts: tuple[tuple[str, int], ...], mentions: int) -> str:
    """What goes"""
    parts: Iterable[str] = (f"{texts.WHAT_GOES}: {name}", *texts.rows(counts), texts.mentions(mentions), texts.BACKUPS)
    return "\n".join(part for part in parts if part)
