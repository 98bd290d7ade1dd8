"""A made-up citizen's plan: the most important on one page, then the details. Nobody in it exists."""

from koordinator.documents.content import (
    Block,
    BulletList,
    Callout,
    CalloutTone,
    Card,
    Cards,
    Cell,
    Checkbox,
    CheckItem,
    CheckList,
    Column,
    Document,
    Drawing,
    Facts,
    Heading,
    KeepTogether,
    NumberedList,
    OnePage,
    Paragraph,
    Part,
    Quote,
    Signatures,
    Span,
    Table,
    Title,
    Tone,
    bold,
    muted,
)
from koordinator.documents.figures import ScorePoint, progress_line

AGREEMENTS: tuple[tuple[Cell, ...], ...] = (
    ("Svarer, når du ringer, og giver besked videre samme dag", "Mette Holm", "fra nu af", ""),
    ("Taler med skolen om, at Anna møder kl. 8.30", "Kim Møller", "senest 27. november", Checkbox()),
    ("Finder et sted, du kan prøve at arbejde", "Bo Thygesen", "senest 11. december", Checkbox()),
    ("Skriver ned, hvad der var godt om morgenen", "Du", "hver fredag", ""),
)


def front_page() -> tuple[Part, ...]:
    return (
        Title(
            "Vores fælles plan", "Fælles plan · version 3 · 21. november 2026", "Lone Bæk · det vigtigste på én side"
        ),
        Paragraph("Sådan arbejder vi sammen om det: faste møder med dig og én fælles plan."),
        Quote(
            "DU SAGDE",
            (
                "»Jeg vil bare have én at ringe til.«",
                "»At morgenerne bliver rolige, så Anna kommer i skole til tiden.«",
            ),
        ),
        Heading("Det arbejder vi hen mod"),
        NumberedList(
            (
                (Span("Rolige morgener hjemme"), muted(" · du gav 3 i maj og 5 nu (10 er bedst)")),
                "Én at ringe til",
                "En vej tilbage til arbejde",
            )
        ),
        Heading("Det har vi aftalt"),
        agreements(AGREEMENTS),
        Callout(
            ((bold("Ikke afgjort endnu: "), Span(PENDING)),),
            CalloutTone.WAITING,
        ),
        Heading("Hvem hjælper dig med hvad"),
        contacts(),
        Callout(
            (
                (bold("Næste møde: "), Span("tirsdag 12. januar 2027 kl. 13.00 hjemme hos dig.")),
                (
                    "Vil du flytte mødet eller have en med? Ring til Mette. "
                    "Er hun der ikke, så ring til 99\u00a012\u00a030\u00a000."
                ),
            )
        ),
    )


PENDING = "støtte om morgenen. Du får svar fra Ida Mikkelsen senest 8. december, og du kan klage over svaret."


def agreements(rows: tuple[tuple[Cell, ...], ...]) -> Table:
    columns = (Column("Hvad"), Column("Hvem", 0), Column("Hvornår", 0), Column("Gjort", 0))
    return Table(columns, rows, "Der er ingen aftaler endnu.")


def contacts() -> Cards:
    return Cards(
        (
            card("Mette Holm", "koordinerende sagsbehandler", "Ring til Mette om alt", "99 12 34 56 · kl. 9-14"),
            card("Kim Møller", "Familie", "Anna, skole og hverdag", "99 22 34 56"),
            card("Bo Thygesen", "Jobcenter", "Arbejde og økonomi", "99 32 34 56"),
            card("Tina Dam", "Sundhed", "Medicin og sår", "99 42 34 56"),
        )
    )


def card(name: str, role: str, helps_with: str, phone: str) -> Card:
    return Card((bold(name), Span(f" · {role}")), (helps_with, (muted(phone.replace(" ", "\u00a0")),)))


DISAGREE = "Er du uenig, eller vil du trække dit samtykke tilbage, så sig det til Mette."


def own_words() -> tuple[Block, ...]:
    return (
        Heading("Dine egne ord"),
        Quote(
            "DET ER VIGTIGT FOR DIG",
            ("»Jeg vil bare have én at ringe til. Jeg er træt af at fortælle det hele forfra.«",),
        ),
        Quote("DET MÅ IKKE GÅ TABT", ("»Onsdag aften hos min søster. Og at Anna har sit eget værelse.«",)),
        Heading("Det kan du, og det har du"),
        BulletList(
            (
                "Du holder aftaler, når de er skrevet ned.",
                "Du har et godt forhold til Annas lærer.",
                "Din søster Karen bor tæt på og hjælper gerne med at hente.",
                "Du har arbejdet 11 år som social- og sundhedshjælper og savner det.",
            )
        ),
        Heading("Det sværeste lige nu"),
        Paragraph(
            "Morgenerne er hårde, fordi du sover dårligt og har ondt. Det betyder, at Anna tit kommer for sent i "
            "skole, og at det er svært at sige ja til et sted, hvor du kan prøve at arbejde. Vi er enige om, at "
            "morgenerne skal falde på plads først."
        ),
        Paragraph(
            "Du synes, at støtten om morgenen skal begynde nu. Handicap skal først have en udtalelse fra din læge. "
            "Det er skrevet ned her, så det ikke bliver glemt."
        ),
    )


def goal(number: int, title: str, wording: str, scores: tuple[tuple[str, int], ...]) -> tuple[Block, ...]:
    said = f"Dit tal gik fra {scores[0][1]} til {scores[-1][1]}. 10 er bedst."
    return (
        Heading(f"Mål {number}: {title}"),
        Quote("MED DINE ORD", (wording,)),
        KeepTogether(
            (
                Heading("Sådan går det", 3),
                Drawing(progress_line(tuple(ScorePoint(*score) for score in scores), said), said),
            )
        ),
        Heading("På vej derhen", 3),
        CheckList(
            (
                CheckItem("Vækkeuret står i køkkenet, og tøjet ligger klar om aftenen", done=True),
                CheckItem("Anna er i skole kl. 8.30 mindst tre dage om ugen"),
                CheckItem("Anna er i skole kl. 8.00 alle dage"),
            )
        ),
        Facts(
            (
                ("Det klarer du selv", "Morgenmad og madpakker. Du ringer til skolen, når Anna er syg."),
                ("Det øver du", "At gå i seng før kl. 23 og lade telefonen ligge i stuen."),
                ("Det hjælper vi med", "Kim er med om morgenen to gange om ugen indtil jul."),
            )
        ),
    )


def efforts() -> tuple[Block, ...]:
    return (
        Heading("Den hjælp, du får"),
        Table(
            (Column("Hjælp", 1.1), Column("Hvad den skal gøre", 1.6), Column("Hvem", 0), Column("Hvornår", 1)),
            (
                (
                    "Familiekonsulent, 4 timer om ugen",
                    "Rolige morgener og en fast rytme for dig og Anna",
                    "Kim Møller",
                    "august 2026 til januar 2027",
                ),
                ("Virksomhedspraktik", "Afprøve, hvor mange timer du kan arbejde", "Bo Thygesen", "fra januar 2027"),
                ("Sårpleje", "At såret heler, så du kan gå uden smerter", "Tina Dam", "hver mandag og torsdag"),
                (
                    "Støtte- og kontaktperson",
                    "Følges med dig til læge og bank, og øve det, så du kan selv",
                    "Ida Mikkelsen",
                    "ikke afgjort endnu",
                ),
            ),
        ),
        Heading("Andre planer"),
        Table(
            (Column("Plan", 1), Column("Hvem har den", 0), Column("Sådan hænger den sammen med denne", 1.4)),
            (
                ("Børnefaglig undersøgelse og plan for Anna", "Kim Møller", "Står ved siden af. Målene er de samme."),
                ("Jobcentrets plan", "Bo Thygesen", "Er skrevet ind i mål 3."),
            ),
        ),
    )


def more_agreements() -> tuple[Block, ...]:
    rows = tuple(
        (f"{number}. {what}", who, when, Checkbox(done=number % 3 == 0))
        for number in range(1, 7)
        for what, who, when, _ in AGREEMENTS
    )
    return (
        Heading("Alle aftaler"),
        Paragraph("Aftaler, der er holdt, har et hak.", keep_with_next=True),
        agreements(rows),
    )


def closing() -> tuple[Block, ...]:
    return (
        Heading("Nyt siden sidst"),
        BulletList(
            (
                "Målet »Én at ringe til« er kommet til.",
                "Aftalen om frokost i skolen er holdt.",
                "Tina Dam er kommet med.",
            )
        ),
        Heading("Dit samtykke"),
        Paragraph(
            "Du har sagt ja til, at Familie, Jobcenter, Handicap og Sundhed deler det, der står i planen, til og med "
            "21. november 2027. Du har sagt nej til, at jobcentret får noget at vide om Annas skole. "
            "Du kan altid trække dit ja tilbage. Så siger du det bare til Mette."
        ),
        Heading("Underskrift"),
        Signatures(("Lone Bæk", "Mette Holm, koordinerende sagsbehandler")),
        Paragraph("Planen er gældende, også uden underskrift. Er du uenig i noget, skriver vi det ind.", Tone.SMALL),
    )


def sample_plan(*, large_print: bool = False, draft: bool = False) -> Document:
    return Document(
        title="Vores fælles plan",
        subject="Fælles plan",
        author="Sundby Kommune",
        version_text="Fælles plan, version 3",
        date_text="21. november 2026",
        footer=DISAGREE if large_print else f"Du kan få planen med større skrift. {DISAGREE}",
        running_head="Vores fælles plan · Lone Bæk",
        large_print=large_print,
        draft=draft,
        blocks=(
            OnePage(front_page()),
            *own_words(),
            *goal(
                1,
                "Rolige morgener hjemme",
                "»At morgenerne bliver rolige.«",
                (("maj", 3), ("aug.", 4), ("sept.", 4), ("nov.", 5)),
            ),
            *goal(2, "Én at ringe til", "»Jeg vil bare have én at ringe til.«", (("maj", 2), ("nov.", 8))),
            *goal(
                3,
                "En vej tilbage til arbejde",
                "»Jeg vil gerne noget med mennesker igen, men jeg tør ikke sige ja til fuld tid.«",
                (("aug.", 4), ("nov.", 3)),
            ),
            *efforts(),
            *more_agreements(),
            *closing(),
        ),
    )
