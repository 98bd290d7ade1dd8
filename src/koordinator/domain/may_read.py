"""What one reader may be shown of a content: the frozen side of a consent's coverage, by keys instead of rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from koordinator.domain.content_parts import SubjectContent, ThemeContent, Uid
from koordinator.domain.meeting import AgendaKind

GENERAL_KINDS = frozenset({AgendaKind.WELCOME, AgendaKind.NEXT_MEETING})
"""What everybody who is covered takes part in, whatever their exceptions."""


@dataclass(frozen=True, slots=True)
class MayRead:
    """The keys of the themes that the reader may not be shown: of common matters, and of each member's own.

    A member who is not named here has not allowed anything, and with `nothing` nobody has. In doubt the answer is
    no: what has no theme is held back from a reader who has any exception.
    """

    excepted: frozenset[str] = frozenset()
    members: Mapping[Uid, frozenset[str]] = field(default_factory=dict)
    nothing: bool = False

    def shows(self, theme: ThemeContent | None, member_uid: Uid | None = None) -> bool:
        """Whether what is about the theme may be shown, as a common matter or as the member's own."""
        excepted = self.excepted if member_uid is None else self.members.get(member_uid)
        if excepted is None or self.nothing:
            return False
        return not excepted or (theme is not None and theme.key not in excepted)

    def shows_all(self, subject: SubjectContent) -> bool:
        """Nothing about the subject is kept from the reader, also of no member of a family."""
        own = [self.members.get(member.uid) for member in subject.members]
        return (
            not self.excepted
            and not self.nothing
            and (not subject.is_family or not any(held is None or held for held in own))
        )

    def takes_part_in(self, kind: AgendaKind, theme: ThemeContent | None) -> bool:
        """Whether the reader is there while the item is talked through."""
        return kind in GENERAL_KINDS or self.shows(theme)


def together(readers: Iterable[MayRead | None]) -> MayRead:
    """What several readers may be shown at once: what one of them may not, none is; nothing where one may nothing."""
    every = tuple(readers)
    known = [each for each in every if each is not None]
    members = {uid for each in known for uid in each.members if all(uid in other.members for other in known)}
    return MayRead(
        frozenset().union(*(each.excepted for each in known)),
        {uid: frozenset().union(*(each.members[uid] for each in known)) for uid in members},
        nothing=len(known) < len(every),
    )
