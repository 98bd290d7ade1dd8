"""What the check of a database says."""

from typing import Final

from koordinator.domain.assessment_snapshot import LockedFault
from koordinator.domain.audit_check import HeadSource, KnownHead, LogCheck, LogFault, LogFaultKind
from koordinator.texts.assessment import locked_fault
from koordinator.texts.formats import count_of, danish_day, date_long, number

SUMMARY: Final = "kontrollér databasen, loggen og det, der er låst"


def checked(log_entries: int) -> str:
    """What was gone through."""
    return (
        f"Databasens sider, loggens {number(log_entries)} poster, de låste vurderinger, de godkendte planer, "
        "de lukkede referater og de dokumenter, der er lavet, er kontrolleret."
    )


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


def page_fault(fault: str) -> str:
    """A page of the database that is not whole; `fault` is the database library's own word."""
    return f"Databasen er beskadiget ({fault}). Tag en kopi af filen, før du gør andet, og kontakt jeres administrator."


def assessment_fault(key: int, fault: LockedFault) -> str:
    """A locked assessment that does not hold."""
    return f"Vurdering {key}: {locked_fault(fault)} Kontakt jeres administrator."


def plan_fault(key: int) -> str:
    """An approved plan that does not hold."""
    return f"Version {key} af en plan er ikke, som da den blev godkendt. Kontakt jeres administrator."


def minutes_fault(key: int) -> str:
    """Closed minutes that do not hold."""
    return f"Version {key} af et referat er ikke, som da det blev lukket. Kontakt jeres administrator."


def paper_fault(key: int) -> str:
    """A paper whose bytes are not those that were made."""
    return f"Dokument {key} er ikke, som da det blev lavet. Kontakt jeres administrator."
