"""The titles of the pages, as they stand on the rail."""

from typing import Final

OVERVIEW: Final = "Overblik"
CITIZENS: Final = "Borgere og familier"
IMPORT_LIST: Final = "Indlæs liste"
CITIZEN: Final = "Borger"
FAMILY: Final = "Familie"
HANDOVER: Final = "Overdragelse"
ASSESSMENT: Final = "Vurdering"
MEETINGS: Final = "Møder"
MEETING: Final = "Møde"
FOLLOW_UP: Final = "Opfølgning"
YEAR_WHEEL: Final = "Årshjul"
SUPERVISION: Final = "Ledelsestilsyn"
LEARNING: Final = "Læring"
SETTINGS: Final = "Indstillinger"
HELP: Final = "Hjælp"
