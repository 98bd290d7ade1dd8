"""What a new database calls its owner until they have said their name."""

from typing import Final

OWNER_NAME: Final = "Databasens ejer"
