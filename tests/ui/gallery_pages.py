"""Pages with invented content, built of the widgets alone as the sketches show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from koordinator.ui import theme
from koordinator.ui.page import Page, Shortcut
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.badges import Badge, Progress, StepBadge
from koordinator.ui.widgets.buttons import Button, Kind, LinkButton, MenuButton
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.choices import Choice, FilterChips
from koordinator.ui.widgets.figures import Bar, Bars, StatTile
from koordinator.ui.widgets.guide_band import GuideBand
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Separator, column, holder, row
from koordinator.ui.widgets.note_edit import NoteEdit
from koordinator.ui.widgets.option_card import Option, OptionCards
from koordinator.ui.widgets.scaffold import EmptyState, PageScaffold
from koordinator.ui.widgets.staircase import Staircase
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.ui.widgets.tabs import Tabs

NEXT_STEPS = (
    ("Lone Bæk", 2, "Forberedelsen med Lone er færdig. Indkald til det første møde, senest 4. december.", "Indkald"),
    ("Familien Rømer (4)", 3, "Handicap mangler at overdrage sagen til det fælles team.", "Se overdragelse"),
    ("Jørgen Åkjær", 2, "Planen fra 12. november er ikke udleveret. Det er 6 arbejdsdage siden.", "Udlever plan"),
    ("Fatima Al-Hassan", 1, "Ny sag i Familie siden sidste vurdering. Vurdér trinnet igen.", "Vurdér"),
    ("Søren Østergaard", 2, "Samtykket for »Sundhed« udløber om 9 dage.", "Forny samtykke"),
    ("Ægir Dam-Jensen", 2, "To møder i træk er aflyst. Tal med Ægir om tid og sted.", "Tal om mødet"),
)


class GalleryPage(Page):
    """Shows the same every time."""

    def __init__(self) -> None:
        super().__init__()
        self.frame = PageScaffold()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self.fill()
        self.frame.show_content()

    def fill(self) -> None:
        raise NotImplementedError

    @override
    def reload(self) -> None:
        pass


class OverviewPage(GalleryPage):
    @override
    def fill(self) -> None:
        self.frame.set_title("Godmorgen, Mette", "Lørdag 21. november 2026 · uge 47 · 6 ting venter på dig")
        steps = Card("Næste skridt")
        for number, (name, step, why, action) in enumerate(NEXT_STEPS):
            if number:
                steps.body.addWidget(Separator())
            steps.body.addWidget(next_step(name, step, why, action, is_first=number == 0))
        meetings = Card("Møder")
        meetings.body.addLayout(column(Label("I dag 13.00", Role.STRONG), Label("Karl-Åge Nørgaard"), gap=2))
        meetings.body.addWidget(Label("Hjemme hos borgeren · 5 deltagere", Role.SMALL_MUTED, wraps=True))
        promises = Card("Aftaler, der haster")
        for what, who, badge, tone in (
            ("Sende ansøgning om § 112", "Peter Kjærgaard · Lone Bæk", "3 dage over fristen", Tone.OVERDUE),
            ("Ringe til skolen om skema", "Mette Holm · Familien Rømer", "i dag", Tone.SOON),
        ):
            words = column(Label(what, wraps=True), Label(who, Role.SMALL_MUTED, wraps=True), gap=0)
            line = QHBoxLayout()
            line.addLayout(words, 1)
            line.addWidget(Badge(badge, tone))
            promises.body.addLayout(line)
        kept = Card("Vi holder, hvad vi lover")
        kept.body.addWidget(Label("41 af 46", Role.PAGE))
        kept.body.addWidget(Label("aftaler holdt til tiden i dette halvår", wraps=True))
        left = column(steps, STRETCH, gap=0)
        right = column(meetings, promises, kept, STRETCH, gap=16)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(left, 17)
        both.addLayout(right, 8)
        self.frame.content.addLayout(both)

    @override
    def shortcuts(self) -> Sequence[Shortcut]:
        return (Shortcut("U", "Gør det første næste skridt"),)


def next_step(name: str, step: int, why: str, action: str, *, is_first: bool) -> QWidget:
    who = holder(column(LinkButton(name, Kind.NAME), StepBadge(step), gap=3))
    who.setFixedWidth(theme.active().px(172))
    line = QHBoxLayout()
    line.setContentsMargins(0, 2, 0, 2)
    line.setSpacing(12)
    line.addWidget(who)
    line.addWidget(Label(why, wraps=True), 1)
    line.addWidget(Button(action, Kind.PRIMARY if is_first else Kind.QUIET))
    return holder(line)


class CitizenPage(GalleryPage):
    @override
    def fill(self) -> None:
        stairs = Staircase()
        stairs.set_step(2)
        header = QHBoxLayout()
        header.setContentsMargins(0, 0, 0, 0)
        words = column(
            Label("Lone Bæk", Role.PAGE),
            row(Label("48 år · CPR 120378-••••", Role.MUTED), LinkButton("vis"), STRETCH, gap=6),
            row(Label("Fast sagsbehandler"), Label("Ida Mikkelsen", Role.STRONG), STRETCH, gap=4),
            gap=4,
        )
        header.addLayout(words, 1)
        header.addWidget(stairs)
        self.frame.set_header(holder(header))
        band = GuideBand()
        band.show_next("Indkald til det første samarbejdsmøde", "senest 4. december", "Indkald til møde", 2)
        done, later = Progress.DONE, Progress.LATER
        before = ("Vurdering", "Koordinerende sagsbehandler", "Forberedelse med borgeren")
        after = ("Møde", "Plan", "Opfølgning")
        band.show_way(
            [*((word, done) for word in before), ("Indkaldelse", Progress.NOW), *((word, later) for word in after)]
        )
        tabs = Tabs("Om Lone")
        for title in ("Overblik", "Vurdering", "Netværk", "Møder", "Plan", "Dokumenter", "Samtykke", "Historik"):
            tabs.add(title, title, self._network)
        tabs.show_tab("Netværk")
        self.frame.content.addWidget(band)
        self.frame.content.addWidget(tabs, 1)

    def _network(self) -> QWidget:
        helpers = Card("Hvem hjælper Lone", fills=True)
        helpers.add_to_head(Button("Tilføj kontaktperson", icon="user-plus"))
        note = NoteEdit("Lones egne ord", limit=2_000)
        note.set_voice()
        note.set_text("Jeg vil bare have én at ringe til. Jeg fortæller det samme til fire mennesker.")
        helpers.body.addWidget(Label("Lones egne ord", Role.VOICE))
        helpers.body.addWidget(note)
        helpers.body.addWidget(EmptyState("users", "Ingen private kontaktpersoner endnu. Spørg Lone, hvem der er der."))
        efforts = Card("Indsatser")
        efforts.body.addWidget(Label("Socialpædagogisk støtte § 85", Role.STRONG))
        efforts.body.addWidget(Label("Er ikke knyttet til et mål endnu", Role.WARNING))
        efforts.body.addWidget(Panel("2 fagenheder giver støtte om morgenen. Tag det op på mødet?", Tone.SOON))
        both = row(helpers, efforts, gap=20)
        both.setStretch(0, 6)
        both.setStretch(1, 5)
        return holder(both)


class AssessmentPage(GalleryPage):
    @override
    def fill(self) -> None:
        self.frame.set_title("Hvor meget koordinering er der brug for?")
        self.frame.set_crumb("Lone Bæk › Vurdering")
        question = Card()
        question.body.addWidget(Label("5 AF 11 · EGEN KOORDINERING", Role.SMALL_MUTED))
        question.body.addWidget(Label("Kan Lone selv koordinere mellem sine kontaktpersoner?", Role.LEAD, wraps=True))
        cards = OptionCards("Kan Lone selv koordinere?")
        cards.show_options(
            "Kan Lone selv koordinere mellem sine kontaktpersoner?",
            (
                Option("yes", "Ja, uden problemer", "Husker aftaler, ringer selv og fortæller den ene, hvad der sker."),
                Option(
                    "help", "Ja, med lidt støtte", "Har brug for, at nogen ringer med.", (("Lones svar", Tone.VOICE),)
                ),
                Option(
                    "partly",
                    "Kun delvist",
                    "Nogle aftaler går tabt, eller oplysninger når ikke frem.",
                    (("Sagsbehandlerens svar", Tone.INFO),),
                ),
                Option("no", "Nej", "Er helt afhængig af, at andre koordinerer."),
                Option("unknown", "Ved ikke endnu", "Vi viser, hvad der mangler at blive afklaret."),
            ),
            "partly",
        )
        question.body.addWidget(cards)
        ahead = Button("Næste →", Kind.PRIMARY)
        hint = Label("Vælg med 1-5 · Enter går videre", Role.MUTED)
        question.body.addLayout(row(Button("← Tilbage"), STRETCH, hint, STRETCH, ahead))
        result = Card("Det peger på trin 2")
        stairs = Staircase(large=True)
        stairs.preview(2, last=1)
        result.body.addWidget(stairs)
        result.body.addWidget(Label("fordi", Role.STRONG))
        result.body.addWidget(Label("• fire fagenheder har sager\n• sagerne påvirker hinanden", wraps=True))
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(column(question, STRETCH, gap=0), 5)
        both.addLayout(column(result, STRETCH, gap=0), 3)
        self.frame.content.addLayout(both)


class SupervisionPage(GalleryPage):
    @override
    def fill(self) -> None:
        self.frame.set_title("Ledelsestilsyn", "Opgjort 21.11.2026 kl. 10.42 · opgørelsesmåde 2 · kun tal")
        self.frame.add_action(MenuButton("2. halvår 2026"))
        self.frame.add_action(Choice(((None, "Alle fagenheder"), (1, "Handicap")), "Fagenhed"))
        self.frame.add_action(Button("Eksportér", Kind.PRIMARY, icon="download"))
        tiles = row(
            StatTile("Samarbejdsmøder med borgeren", "106", "14 flere end på samme tid i 1. halvår"),
            StatTile("Forløb på trin 2 med møde", "45 af 65", "20 mangler", "Se hvem"),
            StatTile("Forløb på trin 2-3 med fælles plan", "71 af 89", "18 mangler", "Se hvem"),
            StatTile("Familier og borgere på trin 3", "24", "forventet 20-30"),
            StatTile("Fra møde til udleveret plan", "3 dage", "median · mål 5 arbejdsdage"),
            gap=14,
        )
        card = Card("Forløb på trin 2 med møde i perioden")
        card.add_to_head(FilterChips(((1, "Team"), (2, "Medarbejder"), (3, "Fagenhed"), (4, "Trin")), "Opgjort efter"))
        bars = Bars("Forløb på trin 2 med møde")
        bars.show_bars(
            (
                Bar(1, "Myndighed Voksen", 18, 22),
                Bar(2, "Familierådgivningen", 11, 19),
                Bar(3, "Jobcenter Ressource", 9, 16),
                Bar(4, "Visitationen", 7, 8),
            )
        )
        card.body.addWidget(bars)
        card.body.addWidget(Label("Klik på en bjælke for at se rækkerne bag tallet.", Role.SMALL_MUTED))
        self.frame.content.addLayout(tiles)
        self.frame.content.addWidget(card, 1)


@dataclass(frozen=True)
class Person:
    number: int
    name: str
    step: int
    coordinator: str
    next_step: str


def people(count: int) -> tuple[Person, ...]:
    names = [line[0] for line in NEXT_STEPS] + ["Anne-Margrethe Abildgaard Frydendahl-Christoffersen af Højslev"]
    return tuple(
        Person(n, names[n % 7], n % 4, "Mette Holm", NEXT_STEPS[n % 6][2] if n % 5 else "Planen er over fristen")
        for n in range(count)
    )


TONES = (Tone.NEUTRAL, Tone.STEP_1, Tone.STEP_2, Tone.STEP_3)
COLUMNS: tuple[Column[Person], ...] = (
    Column("Navn", lambda p: p.name, 260, Look.STRONG, detail=lambda p: f"{p.number % 90} år", order=lambda p: p.name),
    Column("Trin", lambda p: f"Trin {p.step}" if p.step else "Intet behov", 120, badge=lambda p: TONES[p.step]),
    Column("Koordinerende sagsbehandler", lambda p: p.coordinator, 230, Look.MUTED),
    Column("Næste skridt", lambda p: p.next_step),
    Column("", lambda p: "Åbn" if p.number % 3 else "", 90, is_action=True),
)


class ListPage(GalleryPage):
    @override
    def fill(self) -> None:
        self.frame.set_title("Borgere og familier", "64 borgere")
        self.frame.add_action(Button("Ny borger", Kind.PRIMARY, icon="user-plus"))
        card = Card(margin=12, fills=True)
        table = DataList("Borgere og familier", COLUMNS, lambda p: p.number)
        table.set_rows(people(64))
        table.choose(3)
        card.body.addWidget(table)
        self.frame.content.addWidget(card, 1)


class EmptyPage(GalleryPage):
    @override
    def fill(self) -> None:
        self.frame.set_title("Møder")

    @override
    def reload(self) -> None:
        sentence = "Der er ingen møder endnu. Forbered det første møde sammen med borgeren."
        self.frame.show_empty("calendar", sentence, "Forbered et møde", lambda: None)
