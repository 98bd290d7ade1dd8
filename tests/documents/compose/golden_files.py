"""The golden files of the papers: python -m tests.documents.compose.golden_files writes them, once one has looked."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.documents.compose.papers import PAPERS, printed_paper
from tests.documents.press import PRESS
from tests.support.tagged import read_tags

GOLDEN: Final = Path(__file__).parent / "golden"
GOLDEN_PAPERS: Final = tuple(name for name in PAPERS if "stuffed" not in name)
_TITLED: Final = ("H1", "H2", "H3", "TH")


def text_of(name: str, *, large_print: bool) -> str:
    """The paper's words, page by page."""
    paper = printed_paper(name, large_print=large_print)
    return "\n\f\n".join("\n".join(page) for page in paper.pages)


def structure_of(name: str, folder: Path) -> str:
    """What the paper is made of, in reading order, with the words of headings alone."""
    read = read_tags(PRESS.render(PAPERS[name](large_print=False)).content, folder)
    lines = (f"{' ' * each.depth}{each.tag} {each.text if each.tag in _TITLED else ''}".rstrip() for each in read)
    return "\n".join(lines)


def golden_text(name: str, *, large_print: bool) -> Path:
    """Where the words are kept."""
    return GOLDEN / f"{name}{'-large' if large_print else ''}.txt"


def golden_structure(name: str) -> Path:
    """Where the structure is kept."""
    return GOLDEN / "structure" / f"{name}.txt"


def _write() -> None:
    golden_structure("").parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        for name in GOLDEN_PAPERS:
            for large_print in (False, True):
                told = text_of(name, large_print=large_print)
                golden_text(name, large_print=large_print).write_text(f"{told}\n", encoding="utf-8")
            golden_structure(name).write_text(f"{structure_of(name, Path(folder))}\n", encoding="utf-8")


if __name__ == "__main__":
    _write()
