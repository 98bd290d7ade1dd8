"""What is said when something about a course or the register is refused."""

from datetime import date

from koordinator.domain.citizen import CprTaken
from koordinator.domain.citizen_rules import AlreadyInFamily
from koordinator.domain.course_rules import CourseOverlaps
from koordinator.domain.register_rules import CaseNumberTaken
from koordinator.texts.errors import sentence

TODAY = date(2026, 11, 21)


def test_the_days_a_course_can_begin_on() -> None:
    assert sentence(CourseOverlaps(date(2026, 9, 1), TODAY)) == (
        "Et nyt forløb kan tidligst begynde 1. september 2026, da det forrige sluttede, og senest i dag. "
        "Vælg en anden dag."
    )
    assert sentence(CourseOverlaps(date.min, TODAY)).startswith("Et forløb kan ikke begynde i fremtiden.")


def test_who_and_what_is_in_the_way_is_named() -> None:
    assert "Familien Bæk" in sentence(AlreadyInFamily("Lone Bæk", "Familien Bæk"))
    assert "S-1" in sentence(CaseNumberTaken("S-1", "Lone Bæk"))


def test_whose_number_is_taken_is_not_said_of_somebody_unseen() -> None:
    assert "anden borgers sag" in sentence(CaseNumberTaken("S-1", ""))
    assert "særligt behov" in sentence(CprTaken(""))
