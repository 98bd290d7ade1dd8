"""A file that the program writes for somebody, where they said."""

from dataclasses import dataclass

from koordinator.domain.errors import EnvironmentFault


@dataclass(eq=False)
class OutputNotWritten(EnvironmentFault):
    """The file could not be written there; an older one of the name is as it was."""

    path: str
