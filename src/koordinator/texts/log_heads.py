"""What is said of the note in the key store of how far the log has come."""

from typing import Final

from koordinator.texts import ui

KEPT: Final = "Loggens længde er noteret i computerens nøglering og i hver sikkerhedskopi."
NO_PLACE: Final = (
    "Databasens nøgle ligger ikke i computerens nøglering. Derfor er loggens længde kun noteret i sikkerhedskopierne."
)
NO_ANSWER: Final = (
    "Computerens nøglering svarer ikke. Derfor er loggens længde kun noteret i sikkerhedskopierne. "
    "Dit arbejde er ikke berørt."
)
DIFFERS: Final = ui.LOG_DIFFERS
