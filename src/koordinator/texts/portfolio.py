"""Words of the window that gives all plans of a portfolio at once."""

from typing import Final

from koordinator.texts.formats import capitalised, count_of, number

OPEN: Final = "Alle mine planer …"
TITLE: Final = "Planer for alle, du koordinerer for"
INTRO: Final = "Den nyeste godkendte version af hver plan. Hvert dokument bliver gemt i borgerens sag."
READER: Final = "Til hvem"
SAVE: Final = "Gem i mappe …"
PRINT: Final = "Skriv alle ud …"
CHOOSE_FOLDER: Final = "Vælg mappe til planerne"
PROGRESS: Final = "Hvor mange planer der er lavet"
STOP: Final = "Stop"
STOPPING: Final = "Stopper efter den plan, vi er ved …"
NOBODY: Final = "Du koordinerer ikke for nogen lige nu."
REFUSED: Final = "Uden plan i denne omgang"


def so_far(done: int, total: int) -> str:
    """3 af 12 planer er lavet"""
    return f"{number(done)} af {count_of(total, 'plan', 'planer')} er lavet"


def count_line(plans: int, missing: int) -> str:
    """12 planer er klar. 3 borgere eller familier mangler en godkendt plan."""
    said = f"{capitalised(count_of(plans, 'plan', 'planer'))} er klar."
    who = count_of(missing, "borger eller familie", "borgere eller familier")
    return f"{said} {capitalised(who)} mangler en godkendt plan." if missing else said


def given(count: int, *, printed: bool, was_stopped: bool) -> str:
    """12 planer er gemt i mappen."""
    how = "sendt til printeren" if printed else "gemt i mappen"
    said = f"{capitalised(count_of(count, 'plan', 'planer'))} er {how}."
    return f"{said} Resten blev ikke lavet, fordi du stoppede." if was_stopped else said


def refused(name: str, why: str) -> str:
    """Lone Bæk: Der er ikke en godkendt plan endnu."""
    return f"{name}: {why}"
