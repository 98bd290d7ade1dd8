"""Fields for whole numbers within a range."""

from typing import Final

from koordinator.domain.setting import NUMBERS, NumberRange, SettingKey
from koordinator.texts import settings as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.widgets.fields import TextField

_MOST_DIGITS: Final = 4
_WIDTH: Final = 120


class WholeNumberField(TextField):
    """A whole number without sign, both ends of the range included."""

    def __init__(self, label: str, numbers: NumberRange, number: str = "") -> None:
        super().__init__(label, number, limit=_MOST_DIGITS)
        self._numbers = numbers
        self._line.setMaximumWidth(theme.active().px(_WIDTH))

    def set_numbers(self, numbers: NumberRange) -> None:
        """Another range, as when another thing is counted."""
        self._numbers = numbers

    @override
    def fault(self) -> str:
        text, (least, most) = self.value(), self._numbers
        is_right = text.isdecimal() and least <= int(text) <= most
        return "" if is_right else texts.whole_number(least, most)


class NumberField(WholeNumberField):
    """A setting in days, minutes or courses."""

    def __init__(self, key: SettingKey, number: str = "") -> None:
        super().__init__(texts.SETTINGS[key], NUMBERS[key], number)
