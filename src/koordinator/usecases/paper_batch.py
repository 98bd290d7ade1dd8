"""Several papers at once, in the folder that the person chose."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from koordinator.domain.access import Actor
from koordinator.domain.paper_order import PaperOrder
from koordinator.usecases.long_work import Progress, always_on
from koordinator.usecases.many_papers import ManyPapers
from koordinator.usecases.paper_files import IntoFolder, PaperFiles


@dataclass(frozen=True, slots=True)
class PapersSaved:
    """The names of the files that were written, and whether the person stopped before the last one."""

    names: tuple[str, ...]
    was_stopped: bool


class PaperBatch:
    """Each paper is kept, and written whole."""

    def __init__(self, papers: ManyPapers, files: PaperFiles) -> None:
        self._papers = papers
        self._files = files

    def save(
        self, actor: Actor, orders: Sequence[PaperOrder], folder: Path, progress: Progress = always_on
    ) -> PapersSaved:
        """Writes the papers into the folder, one transaction each; no file that lies there is written over.

        Raises OutputNotWritten and what `Papers.make` raises; what was written until then stays.
        """
        into, names = IntoFolder(self._files, folder), list[str]()
        with closing(self._papers.make(actor, orders)) as coming:
            for done, take in enumerate(coming):
                if not progress(done, len(orders)):
                    return PapersSaved(tuple(names), was_stopped=True)
                handed = take()
                names.append(into.write(handed.paper.file_name, handed.content))
        progress(len(orders), len(orders))
        return PapersSaved(tuple(names), was_stopped=False)
