"""The papers that are neither the plan's nor a meeting's: the network, the course, an assessment and the letters."""

from koordinator.domain.assessment import Assessment
from koordinator.domain.errors import NotFound
from koordinator.domain.handover import Handover
from koordinator.domain.left_out import LeftOut, LeftOutThing, WhyLeftOut
from koordinator.domain.organisation import Employee
from koordinator.domain.paper import Reader
from koordinator.domain.sheet_content import AssessmentNote
from koordinator.usecases.history_events import load_history
from koordinator.usecases.letters import end_letter, handover_letter, responsible_letter
from koordinator.usecases.network_file import load_network, paper_content
from koordinator.usecases.paper_drawing import Drawing, DrawnPaper
from koordinator.usecases.paper_parts import sender_of, subject_content
from koordinator.usecases.ports import Transaction
from koordinator.usecases.ports_meetings import MadePaper
from koordinator.usecases.subject_people import SubjectPeople, people_of


def network_paper(drawing: Drawing) -> DrawnPaper:
    """The network, without those who are not to stand on paper. Raises NotFound."""
    subject_id = drawing.order.subject_id
    content = paper_content(drawing.tx, subject_id)
    hidden = len(load_network(drawing.tx, subject_id).content.people) - len(content.people)
    left_out = (LeftOut(LeftOutThing.CONTACTS, hidden, WhyLeftOut.PRIVATE),) if hidden else ()
    return DrawnPaper(drawing.about(), drawing.makers.networks.paper(content, drawing.style), left_out)


def course_history_paper(drawing: Drawing) -> DrawnPaper:
    """The courses and what has happened in them, for those who work with them. Raises NotFound."""
    subject_id = drawing.people.subject_id
    history = load_history(drawing.tx, subject_id)
    made = drawing.makers.courses.paper(history, large_print=drawing.order.large_print)
    return DrawnPaper(drawing.about(Reader.PROFESSIONAL), made)


def assessment_note(drawing: Drawing) -> DrawnPaper:
    """The assessment as a note for the file; a draft until it is locked. Raises NotFound."""
    assessment_id, subject_id = drawing.order.assessment_id, drawing.order.subject_id
    assessment = drawing.tx.of(Assessment).get(assessment_id) if assessment_id is not None else None
    if assessment is None or assessment.subject_id != subject_id:
        raise NotFound("assessment", str(assessment_id or ""))
    made = drawing.makers.papers.assessment_note(_assessment_note(drawing.tx, assessment), drawing.style)
    return DrawnPaper(drawing.about(), made)


def responsible_paper(drawing: Drawing) -> DrawnPaper:
    """Who the coordinator and the primary caseworker are today. Raises NobodyToName or NotFound."""
    people = drawing.people
    letter = responsible_letter(drawing.tx, people)
    return _letter(drawing, people, drawing.makers.letters.responsible(letter, drawing.letter_style))


def handover_paper(drawing: Drawing) -> DrawnPaper:
    """Who takes over, from whom and when. Raises NotFound."""
    handover_id, people = drawing.order.handover_id, drawing.people
    handover = drawing.tx.of(Handover).get(handover_id) if handover_id is not None else None
    if handover is None or handover.subject_id != people.subject_id:
        raise NotFound("handover", str(handover_id or ""))
    letter = handover_letter(drawing.tx, handover)
    return _letter(drawing, people, drawing.makers.letters.handover(letter, drawing.letter_style))


def end_of_course_paper(drawing: Drawing) -> DrawnPaper:
    """The latest course is over. Raises NothingEnded while it is not, and when the citizen has died."""
    people = drawing.people
    letter = end_letter(drawing.tx, people)
    return _letter(drawing, people, drawing.makers.letters.end(letter, drawing.letter_style))


def _letter(drawing: Drawing, people: SubjectPeople, made: MadePaper) -> DrawnPaper:
    hidden = people.has_protected_address
    left_out = (LeftOut(LeftOutThing.ADDRESS, 1, WhyLeftOut.PRIVATE),) if hidden else ()
    return DrawnPaper(drawing.about(Reader.CITIZEN), made, left_out)


def _assessment_note(tx: Transaction, assessment: Assessment) -> AssessmentNote:
    """With the locked one before it, and the name of whoever decided."""
    every = tx.of(Assessment).where(subject_id=assessment.subject_id, order_by="locked_at")
    before = [each for each in every if _is_locked_before(each, assessment)]
    decided_by_id = assessment.decided_by_id
    return AssessmentNote(
        sender=sender_of(tx),
        subject=subject_content(people_of(tx, assessment.subject_id)),
        assessment=assessment,
        made_on=tx.today,
        decided_by=tx.of(Employee).get(decided_by_id).name if decided_by_id is not None else "",
        last=before[-1] if before else None,
    )


def _is_locked_before(one: Assessment, other: Assessment) -> bool:
    return one.locked_at is not None and (other.locked_at is None or one.locked_at < other.locked_at)
