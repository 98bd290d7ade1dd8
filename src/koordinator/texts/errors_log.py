"""What is said when something with the log is refused."""

from collections.abc import Callable
from typing import Any, Final

from koordinator.domain.audit_check import NothingToThinOut
from koordinator.domain.errors import DomainError

TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    NothingToThinOut: lambda _error: (
        "Der er ingen poster i loggen, der er ældre end den tid, loggen skal gemmes. Intet er slettet."
    ),
}
