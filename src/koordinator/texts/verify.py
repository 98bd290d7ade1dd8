"""What the check of a database says."""

from collections.abc import Iterator
from typing import Final

from koordinator.domain.assessment_snapshot import LockedFault
from koordinator.domain.audit_check import HeadSource, KnownHead, LogCheck, LogFault, LogFaultKind
from koordinator.domain.ids import AssessmentId, MinutesVersionId, PaperId, PlanVersionId
from koordinator.domain.verification import Verification
from koordinator.texts.assessment import locked_fault
from koordinator.texts.formats import count_of, danish_day, date_long, number

ALL_WELL: Final = "Alt er i orden."
SUMMARY: Final = "kontrollér databasen, loggen og det, der er låst"


def checked(checked: Verification) -> str:
    """What was gone through, and whether all of it holds."""
    told = (
        f"Databasens sider, loggens {number(checked.log.entries)} poster, de låste vurderinger, de godkendte planer, "
        "de lukkede referater og de dokumenter, der er lavet, er kontrolleret."
    )
    return f"{ALL_WELL} {told}" if checked.is_whole else told


def faults(checked: Verification) -> Iterator[str]:
    """What does not hold, a sentence each."""
    yield from map(_page_fault, checked.page_faults)
    yield from map(log_fault, checked.log.faults)
    yield from (_assessment_fault(key, fault) for key, fault in checked.assessment_faults)
    yield from map(_plan_fault, checked.plan_faults)
    yield from map(_minutes_fault, checked.minutes_faults)
    yield from map(_paper_fault, checked.paper_faults)


def log_is_whole(checked: LogCheck) -> str:
    """Loggen er, som den blev skrevet: 1.204 poster, ..."""
    compared = count_of(checked.compared, "længde", "længder")
    against = f" Den passer med {compared}, der blev noteret før." if checked.compared else ""
    return f"Loggen er, som den blev skrevet: {count_of(checked.entries, 'post', 'poster')}.{against}"


def log_fault(fault: LogFault) -> str:
    """What is wrong with the log, and where."""
    return f"Loggen: {_log_fault(fault)} Kontakt jeres administrator."


def _log_fault(fault: LogFault) -> str:
    which, is_one = _entries(fault.first, fault.last), fault.first == fault.last
    from_where = _entries(fault.belongs, fault.belongs + fault.last - fault.first)
    match fault.kind:
        case LogFaultKind.CHANGED:
            return f"{which} er ændret, efter at {'den' if is_one else 'de'} blev skrevet."
        case LogFaultKind.MISSING:
            return f"{which} mangler."
        case LogFaultKind.MOVED:
            return f"{which} er flyttet og blev skrevet som {from_where.lower()}."
        case LogFaultKind.REPEATED:
            return f"{which} er en gentagelse af {from_where.lower()}."
        case LogFaultKind.BEGUN_ANEW:
            return "den er begyndt forfra. Det, der stod i den før, er væk."
        case LogFaultKind.CUT_SHORT:
            return (
                f"{which.lower()} mangler til sidst. {_known(fault)} Enten er de slettet, eller også er en ældre kopi "
                "af databasen lagt tilbage."
            )
        case LogFaultKind.OTHER_HISTORY:
            return (
                f"{which.lower()} er en anden end før. {_known(fault)} Enten er loggen skrevet om, eller også er en "
                "ældre kopi af databasen lagt tilbage og brugt."
            )


def _entries(first: int, last: int) -> str:
    return f"Post {first}" if first == last else f"Post {first}-{last}"


def _known(fault: LogFault) -> str:
    known: KnownHead | None = fault.known
    if known is None or known.source is HeadSource.KEY_STORE:
        return "Det viser computerens nøglering."
    when = f" fra den {date_long(danish_day(known.noted_at))}" if known.noted_at else ""
    return f"Det viser sikkerhedskopien {known.name}{when}."


def _page_fault(fault: str) -> str:
    return f"Databasen er beskadiget ({fault}). Tag en kopi af filen, før du gør andet, og kontakt jeres administrator."


def _assessment_fault(key: AssessmentId, fault: LockedFault) -> str:
    return f"Vurdering {key}: {locked_fault(fault)} Kontakt jeres administrator."


def _plan_fault(key: PlanVersionId) -> str:
    return f"Version {key} af en plan er ikke, som da den blev godkendt. Kontakt jeres administrator."


def _minutes_fault(key: MinutesVersionId) -> str:
    return f"Version {key} af et referat er ikke, som da det blev lukket. Kontakt jeres administrator."


def _paper_fault(key: PaperId) -> str:
    return f"Dokument {key} er ikke, som da det blev lavet. Kontakt jeres administrator."
