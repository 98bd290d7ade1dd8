"""Udseende: light or dark, how large the text is, and help with spelling, on this machine."""

from typing import Final

from koordinator.texts import settings as texts
from koordinator.texts import spelling as spelling_texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.page_tab import PageTab
from koordinator.ui.remembered_look import Memory, helps_spelling, remember_look, remember_spelling
from koordinator.ui.theme import Scheme
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import FilterChips
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column

_SCALES: Final = (1.0, 1.25, 1.5, 1.75, 2.0)


class LookTab(PageTab):
    """Each choice shows at once and is remembered."""

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory
        look = theme.active()
        self._schemes = FilterChips([(scheme, texts.SCHEMES[scheme.value]) for scheme in Scheme], texts.LOOK_SCHEME)
        self._schemes.choose(look.scheme)
        self._scales = FilterChips([(scale, texts.percent(scale)) for scale in _SCALES], texts.TEXT_SIZE)
        self._scales.choose(min(_SCALES, key=lambda scale: abs(scale - look.text_scale)))
        self._schemes.chosen.connect(self._take_scheme)
        self._scales.chosen.connect(self._take_scale)
        self._spelling = FilterChips([(True, spelling_texts.ON), (False, spelling_texts.OFF)], spelling_texts.SPELLING)
        self._spelling.choose(helps_spelling(memory))
        self._spelling.chosen.connect(lambda helps: remember_spelling(memory, helps=bool(helps)))
        scheme, size, spelling = Card(texts.LOOK_SCHEME), Card(texts.TEXT_SIZE), Card(spelling_texts.SPELLING)
        scheme.body.addWidget(self._schemes)
        size.body.addWidget(Label(texts.TEXT_SIZE_HINT, Role.SMALL_MUTED, wraps=True))
        size.body.addWidget(self._scales)
        spelling.body.addWidget(Label(spelling_texts.SPELLING_HINT, Role.SMALL_MUTED, wraps=True))
        spelling.body.addWidget(self._spelling)
        self.setLayout(column(scheme, size, spelling, STRETCH, gap=16))

    @override
    def reload(self) -> None:
        """The look is what it is."""

    def _take_scheme(self, scheme: object) -> None:
        if isinstance(scheme, Scheme):
            theme.active().set_scheme(scheme)
            remember_look(self._memory, theme.active())

    def _take_scale(self, scale: object) -> None:
        if isinstance(scale, float):
            theme.active().set_text_scale(scale)
            remember_look(self._memory, theme.active())
