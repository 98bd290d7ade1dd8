"""Papers made to go wrong: every block, blocks over several pages, headings out of order, words that are hard."""

from typing import Final

from koordinator.documents.content import (
    Block,
    BulletList,
    Callout,
    Card,
    Cards,
    Checkbox,
    CheckItem,
    CheckList,
    Column,
    Drawing,
    Facts,
    Heading,
    KeepTogether,
    NumberedList,
    OnePage,
    PageBreak,
    Paragraph,
    Quote,
    Signatures,
    Span,
    Table,
    Title,
    WritingLines,
    bold,
    citizens_words,
)
from koordinator.documents.figures import ScorePoint, progress_line

WORDS: Final = "Vi følger op på, hvordan det går med børnene på Ærø, og siger til i god tid, når noget ændrer sig. "
FIGURE: Final = progress_line((ScorePoint("maj", 3), ScorePoint("november", 5)), "Fra 3 i maj til 5 i november")

EVERY_BLOCK: Final[tuple[Block, ...]] = (
    Title("Én fælles plan", "Over titlen", "Under titlen"),
    Heading("Afsnit på øen"),
    Paragraph((Span("Begynder "), bold("fedt og"), Span(" slutter "), citizens_words("»mit eget«"))),
    Paragraph("Første linje\nanden linje\n\nsidste linje"),
    Quote("Du sagde", ("Jeg vil bare have én at ringe til", "Og ro om aftenen")),
    Heading("Punkter", 3),
    NumberedList(("Først æblerne", "Så pærerne")),
    BulletList(("Blød", "Hård")),
    CheckList((CheckItem("Gjort", done=True), CheckItem("Mangler"))),
    Table(
        (Column("Hvad"), Column("Hvem"), Column("Krydset", 0)),
        (("Ringer til skolen", "Åse", Checkbox(done=True)), ("Køber ind", "", Checkbox())),
    ),
    Table((Column("Hvad"),), (), "Der er ikke noget endnu."),
    Facts((("Borger", "Lone Bæk"), ("Sted", "Rådhuset"))),
    Cards((Card("Mette Holm", ("Ring til Mette", "99 12 34 56")), Card("Kim Møller"))),
    Callout(("Vi er ikke enige endnu.",)),
    KeepTogether((Heading("Sådan er det gået", 3), Drawing(FIGURE, "Fra 3 til 5"))),
    WritingLines(2),
    Signatures(("Lone Bæk", "Mette Holm")),
)

HARD_PAPERS: Final[dict[str, tuple[Block, ...]]] = {
    "every block": EVERY_BLOCK,
    "nothing": (),
    "no title": (Heading("Først et lille afsnit", 3), Paragraph("Ord"), Heading("Så et større")),
    "empty words": (Title(""), Heading(""), Paragraph(""), Quote("", ("",)), Callout(("",))),
    "over pages": (
        Title("Lang"),
        Paragraph(WORDS * 100),
        Table((Column("Hvad"), Column("Hvem")), tuple((f"Nummer {n} {WORDS}", "Åse") for n in range(60))),
        Table((Column("Hvad"), Column("Hvem")), ((WORDS * 120, WORDS * 60),)),
        Quote("Du sagde", (WORDS * 80,)),
        NumberedList((WORDS * 60, "Kort")),
        PageBreak(),
        Callout((WORDS * 80,)),
    ),
    "shortened": (OnePage((Heading("Langt"), Paragraph(WORDS * 90)), ((Heading("Kort"), Paragraph(WORDS)),)),),
    "strange": (Title("<b>&amp;</b> (\\) 王 😀 \ud800 \ufffe"), Paragraph("مرحبا 王 " + "å" * 5000)),
}
