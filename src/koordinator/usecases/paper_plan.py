"""The joint plan and who helps with what on paper: whole, one member's copy, or an extract for one person.

What the consents say today decides an extract, also of versions that were frozen before.
"""

from dataclasses import dataclass, replace

from koordinator.domain.citizen import Citizen
from koordinator.domain.content_parts import SubjectContent, Uid
from koordinator.domain.coverage import NotCoveredByConsent
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import PlanVersionId, SubjectId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.left_out import LeftOut, LeftOutThing, WhyLeftOut, left_out_of_plan, left_to_professionals
from koordinator.domain.may_read import MayRead
from koordinator.domain.paper import Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.party import Party, PartyKind, keys_of
from koordinator.domain.plan_content import PlanContent, read_plan
from koordinator.domain.plan_difference import difference
from koordinator.domain.reduced import reduced_plan
from koordinator.usecases.paper_drawing import Drawing, DrawnPaper
from koordinator.usecases.parties import parties_for
from koordinator.usecases.plan_file import PlanFile, load_plan_file
from koordinator.usecases.plan_snapshot import plan_content
from koordinator.usecases.ports import Transaction
from koordinator.usecases.ports_meetings import PaperStyle
from koordinator.usecases.sharing import sharing_of
from koordinator.usecases.subject_people import SubjectPeople


@dataclass(frozen=True, slots=True)
class OneReader:
    """The one person a paper is for, how their papers are written, and what these may show."""

    name: str
    reader: Reader
    may: MayRead

    def style(self, about: SubjectContent, *, large_print: bool) -> PaperStyle:
        """Reduced papers speak about the citizen, whoever reads them."""
        if self.may.shows_all(about):
            return PaperStyle(self.reader, large_print)
        return PaperStyle(Reader.PROFESSIONAL, large_print, reduced_for=self.name)


def plan_paper(drawing: Drawing) -> DrawnPaper:
    """The version of the number, or as the plan stands today: the newest version while it says that, else a draft.

    Raises NotFound or NotCoveredByConsent.
    """
    order, source = drawing.order, plan_source(drawing.tx, drawing.order.subject_id, drawing.order.number)
    people = drawing.people
    member = member_of(people, order)
    if member is not None:
        return _for_member(drawing, source, member)
    if order.party is not None:
        return _for_one(drawing, source, _one_reader(drawing.tx, people, order.party))
    return source.drawn(drawing, drawing.style)


def contacts_paper(drawing: Drawing) -> DrawnPaper:
    """Hvem hjælper dig med hvad as it is today; also on trin 1, where there is no plan. Raises NotFound."""
    file = load_plan_file(drawing.tx, drawing.order.subject_id)
    content, maker = plan_content(drawing.tx, file), drawing.makers.papers
    member = member_of(file.people, drawing.order)
    if member is None:
        return DrawnPaper(drawing.about(), maker.contacts(content, drawing.style))
    style = drawing.numbered(replace(drawing.style, member_uid=Uid(member.uid)))
    others = _of_others(content, member)
    left_out = tuple(each for each in others if each.what is LeftOutThing.CONTACTS)
    return DrawnPaper(drawing.about(made_for=member.name), maker.contacts(content, style), left_out)


@dataclass(frozen=True, slots=True)
class PlanSource:
    """What a plan paper is made from: the content, the version before it, and which version it is (none: a draft)."""

    content: PlanContent
    previous: PlanContent | None = None
    version_id: PlanVersionId | None = None

    def drawn(
        self, drawing: Drawing, style: PaperStyle, made_for: str = "", left_out: tuple[LeftOut, ...] = ()
    ) -> DrawnPaper:
        """The paper."""
        made = drawing.makers.papers.plan(self.content, style, self.previous)
        about = replace(
            drawing.about(style.reader, made_for), plan_version_id=self.version_id, number=self.content.number
        )
        kept_back = left_to_professionals(self.content) if style.reader is Reader.CITIZEN else ()
        return DrawnPaper(about, made, (*left_out, *kept_back))


def plan_source(tx: Transaction, subject_id: SubjectId, number: int | None) -> PlanSource:
    """The version with the number; None is the newest one while it says what the plan says today, else today's plan.

    Raises NotFound.
    """
    file = load_plan_file(tx, subject_id)
    version = _version(file, number)
    if version is None:
        if file.plan is None:
            raise NotFound("plan_version", "")
        return PlanSource(plan_content(tx, file))
    earlier = [each for each in file.versions if each.number < version.number]
    approved = PlanSource(read_plan(version), read_plan(earlier[-1]) if earlier else None, version.id)
    if number is not None:
        return approved
    today = plan_content(tx, file)
    return PlanSource(today, previous=approved.content) if difference(approved.content, today) else approved


def member_of(people: SubjectPeople, order: PaperOrder) -> Citizen | None:
    """The member of a family whose own copy is asked for, by their key or as the one person; None for another copy.

    Raises NotFound for a key that is no member's.
    """
    if order.member_id is None and (order.party is None or order.party.kind is not PartyKind.CITIZEN):
        return None
    wanted = order.member_id if order.member_id is not None else keys_of(order.party).citizen_id
    found = next((each for each in people.citizens if people.is_family and each.id == wanted), None)
    if found is None and order.member_id is not None:
        raise NotFound("citizen", str(order.member_id))
    return found


def _for_member(drawing: Drawing, source: PlanSource, member: Citizen) -> DrawnPaper:
    """What is common and their own part; an extract is for those outside the family."""
    style = drawing.numbered(replace(drawing.style, member_uid=Uid(member.uid)))
    return source.drawn(drawing, style, member.name, _of_others(source.content, member))


def _of_others(content: PlanContent, member: Citizen) -> tuple[LeftOut, ...]:
    return left_out_of_plan(content, content.for_member(member.uid), WhyLeftOut.OTHER_MEMBER)


def _for_one(drawing: Drawing, source: PlanSource, one: OneReader) -> DrawnPaper:
    style = drawing.numbered(one.style(source.content.subject, large_print=drawing.order.large_print))
    if not style.reduced_for:
        return source.drawn(drawing, style)
    content = reduced_plan(source.content, one.may)
    previous = reduced_plan(source.previous, one.may) if source.previous is not None else None
    left_out = left_out_of_plan(source.content, content, WhyLeftOut.CONSENT)
    return replace(source, content=content, previous=previous).drawn(drawing, style, one.name, left_out)


def _one_reader(tx: Transaction, people: SubjectPeople, party: Party) -> OneReader:
    parties = parties_for(tx, people, [keys_of(party)])
    name, may = parties.name(party), sharing_of(tx, people, parties).may_read(party, tx.today)
    if may is None:
        raise NotCoveredByConsent(name)
    return OneReader(name, Reader.CITIZEN if parties.citizen(party) is not None else Reader.PROFESSIONAL, may)


def _version(file: PlanFile, number: int | None) -> PlanVersion | None:
    """The version, None where there is none yet. Raises NotFound."""
    if number is None:
        return file.newest_version
    found = next((version for version in file.versions if version.number == number), None)
    if found is None:
        raise NotFound("plan_version", str(number))
    return found
