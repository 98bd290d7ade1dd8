"""File names of papers: what it is and from when, never whom it is about. Plain letters travel best."""

from datetime import date
from typing import Final

_LARGE_PRINT: Final = "stor-skrift"
_TO_PROFESSIONALS: Final = "fagpersoner"
_ONE_MEMBER: Final = "et-familiemedlem"
_REDUCED: Final = "uddrag"


def plan(number: int | None) -> str:
    """faelles-plan-version-3"""
    return "faelles-plan-udkast" if number is None else f"faelles-plan-version-{number}"


def contacts(day: date) -> str:
    """hvem-hjaelper-med-hvad-2026-11-21"""
    return f"hvem-hjaelper-med-hvad-{day}"


def network(day: date) -> str:
    """netvaerk-2026-11-21"""
    return f"netvaerk-{day}"


def course_history(day: date) -> str:
    """forloebets-historie-2026-11-21"""
    return f"forloebets-historie-{day}"


def responsible(day: date) -> str:
    """hvem-kan-du-ringe-til-2026-11-21"""
    return f"hvem-kan-du-ringe-til-{day}"


def handover(day: date) -> str:
    """ny-sagsbehandler-2026-11-21"""
    return f"ny-sagsbehandler-{day}"


def end_of_course(day: date) -> str:
    """forloebet-slutter-2026-11-21"""
    return f"forloebet-slutter-{day}"


def right_of_access(day: date) -> str:
    """indsigt-2026-11-21"""
    return f"indsigt-{day}"


def access_data(day: date) -> str:
    """indsigt-2026-11-21.json"""
    return f"indsigt-{day}.json"


def access_log(day: date) -> str:
    """hvem-har-set-dine-oplysninger-2026-11-21"""
    return f"hvem-har-set-dine-oplysninger-{day}"


def supervision(first: date, last: date) -> str:
    """ledelsestilsyn-2026-07-01-2026-12-31"""
    return f"ledelsestilsyn-{first}-{last}"


def ways(day: date) -> str:
    """saadan-arbejder-vi-sammen-2026-11-21"""
    return f"saadan-arbejder-vi-sammen-{day}"


def consent(day: date, *, to_fill_in: bool) -> str:
    """samtykke-2026-11-21, and samtykke-til-udfyldning-2026-11-21 before it is given"""
    return f"samtykke{'-til-udfyldning' if to_fill_in else ''}-{day}"


def letter(day: date, *, to_citizen: bool, cancelled: bool) -> str:
    """invitation-2027-01-12; the day is the meeting's"""
    if cancelled:
        return f"aflysning-{day}"
    return f"{'invitation' if to_citizen else 'indkaldelse'}-{day}"


def agenda(day: date) -> str:
    """dagsorden-2027-01-12"""
    return f"dagsorden-{day}"


def preparation(day: date) -> str:
    """forberedelse-til-moede-2027-01-12"""
    return f"forberedelse-til-moede-{day}"


def minutes(day: date, number: int | None) -> str:
    """referat-2027-01-12, and referat-2027-01-12-version-2 of a correction"""
    version = "-udkast" if number is None else "" if number == 1 else f"-version-{number}"
    return f"referat-{day}{version}"


def take_home(day: date) -> str:
    """tag-med-hjem-2027-01-12"""
    return f"tag-med-hjem-{day}"


def calendar(day: date, *, cancelled: bool) -> str:
    """moede-2027-01-12.ics"""
    return f"{'aflyst-moede' if cancelled else 'moede'}-{day}.ics"


def mail_draft(calendar_name: str) -> str:
    """moede-2027-01-12.eml"""
    return calendar_name.removesuffix(".ics") + ".eml"


def input_card(day: date) -> str:
    """skriftligt-bidrag-2027-01-12"""
    return f"skriftligt-bidrag-{day}"


def assessment(day: date) -> str:
    """vurdering-2026-11-21"""
    return f"vurdering-{day}"


def pdf(
    name: str,
    *,
    large_print: bool = False,
    to_professionals: bool = False,
    one_member: bool = False,
    reduced: bool = False,
) -> str:
    """The name with what makes this copy another, and its ending."""
    kinds = (
        (_TO_PROFESSIONALS, to_professionals),
        (_ONE_MEMBER, one_member),
        (_REDUCED, reduced),
        (_LARGE_PRINT, large_print),
    )
    return "-".join((name, *(kind for kind, holds in kinds if holds))) + ".pdf"
