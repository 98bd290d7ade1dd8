"""Numbers of KL's Emnesystematik: a subject or an action facet, or nothing."""

from collections.abc import Callable

from koordinator.domain.limits import SHORT
from koordinator.domain.setting import UnusableKle, checked_facet, checked_kle
from koordinator.texts import case_folder as texts
from koordinator.ui.override import override
from koordinator.ui.widgets.fields import TextField


class KleField(TextField):
    """A subject, such as 27.00.00."""

    _check: Callable[[str], str] = staticmethod(checked_kle)
    _wrong = texts.NOT_KLE

    def __init__(self, label: str, text: str = "", *, hint: str = "") -> None:
        super().__init__(label, text, limit=SHORT, hint=hint)

    @override
    def fault(self) -> str:
        try:
            self._check(self.value())
        except UnusableKle:
            return self._wrong
        return super().fault()


class FacetField(KleField):
    """An action facet, such as P35."""

    _check = staticmethod(checked_facet)
    _wrong = texts.NOT_FACET
