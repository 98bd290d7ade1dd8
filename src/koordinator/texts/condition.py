"""Words of Sikkerhed > Tilstand."""

from typing import Final

from koordinator.texts.formats import number

TITLE: Final = "Er databasen hel?"
MEANING: Final = (
    "Hver gang programmet åbnes, bliver alle databasens sider set efter i baggrunden, og en gang om ugen bliver "
    "det hele gennemgået. Imens kan du arbejde, som du plejer."
)
LOOK: Final = "Gennemgå det hele nu"
LOOKING: Final = "Gennemgår databasen"
STOP: Final = "Stop"
STOPPING: Final = "Stopper …"
IF_DAMAGED: Final = "Hvis der er en skade"
IF_DAMAGED_TEXT: Final = (
    "Programmet siger det med det samme og gemmer ikke mere i databasen, så intet bliver værre. Det, du har skrevet, "
    "kan du gemme i en fil. Næste gang programmet åbnes, kan du gendanne den nyeste gode sikkerhedskopi. Det er "
    "som regel den bedste vej. Ellers kan programmet redde det, der kan læses, over i en ny database med en liste over "
    "det, der mangler."
)


def verdict(*, is_damaged: bool, is_known: bool) -> str:
    """In a sentence."""
    if is_damaged:
        return "Databasen er beskadiget. Der gemmes ikke mere i den."
    return "Databasen er hel." if is_known else "Databasen er ikke set efter endnu. Det sker snart af sig selv."


def pages_at(moment: str) -> str:
    """When the pages were last found whole."""
    return f"Siderne er set efter: {moment}" if moment else ""


def whole_at(moment: str) -> str:
    """When everything was last found whole."""
    return f"Det hele er gennemgået: {moment}" if moment else "Det hele er ikke gennemgået endnu på denne computer."


def so_far(done: int, total: int) -> str:
    """How far the look at the pages is; after them comes how everything hangs together."""
    return f"{number(done)} af {number(total)} sider" if done < total else "Ser efter, om det hele hænger sammen …"
