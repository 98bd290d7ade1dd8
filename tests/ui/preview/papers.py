"""Papers of many pages for the tests of the preview, and a paper that is kept."""

from koordinator.documents.content import Block, Document, Heading, PageBreak, Paragraph
from koordinator.domain.paper import PaperKind, Reader
from koordinator.usecases.paper_store import PaperAbout, store_paper
from koordinator.usecases.papers import HandedPaper
from koordinator.usecases.ports_meetings import MadePaper
from tests.documents.press import PRESS
from tests.support.meeting_world import MeetingWorld


def paper_of(pages: int) -> bytes:
    """Each page says its number, the later ones more often, so that no two look alike."""
    blocks: list[Block] = [Heading("Prøve", 2), Paragraph("Dette er side 1.")]
    for number in range(2, pages + 1):
        blocks += [PageBreak(), Paragraph(f"Dette er side {number}. " * (5 * number))]
    return PRESS.render(Document("Prøve", tuple(blocks))).content


def kept_paper(world: MeetingWorld, content: bytes) -> HandedPaper:
    """As if it had been made before."""
    about = PaperAbout(world.subject_id, PaperKind.PLAN, Reader.CITIZEN)
    with world.bench.office.aside() as tx:
        return HandedPaper(store_paper(tx, world.actor, about, MadePaper("plan.pdf", content)), content)
