"""Calling people, in words that stay short however many they are."""

from datetime import UTC, datetime

from koordinator.domain.agenda_proposals import Proposal, ProposalKind
from koordinator.domain.invitation import InvitationWay
from koordinator.domain.paper import PaperKind
from koordinator.texts import meeting_agenda, meeting_inviting
from koordinator.texts.formats import join_some

FORTY = tuple(f"Fagperson {n}" for n in range(1, 41))


def test_many_names_are_counted() -> None:
    assert join_some(("Anna", "Bo")) == "Anna og Bo"
    assert join_some(FORTY) == "Fagperson 1, Fagperson 2, Fagperson 3, Fagperson 4, Fagperson 5 og 35 andre"
    assert meeting_inviting.wrong_emails(FORTY).startswith("Fagperson 1, Fagperson 2")


def test_how_somebody_was_called() -> None:
    at = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)

    assert meeting_inviting.invited(at, (InvitationWay.LETTER, InvitationWay.CALENDAR_FILE)) == (
        "indkaldt 22.11. med brev og kalenderfil"
    )
    assert meeting_inviting.invited(at, ()) == "indkaldt 22.11."


def test_what_was_made() -> None:
    kinds = (PaperKind.INVITATION, PaperKind.INVITATION, PaperKind.CALENDAR_FILE, PaperKind.MAIL_DRAFT)

    assert meeting_inviting.made(kinds) == "2 breve, 1 kalenderfil og 1 kladde til mail er lavet."
    assert meeting_inviting.made(()) == ""


def test_the_time_is_said_in_words() -> None:
    assert meeting_agenda.total(80, 75) == "Punkterne tager 80 minutter. Det er 5 minutter mere end mødets 75."
    assert meeting_agenda.total(60, 75) == "Punkterne tager 60 af mødets 75 minutter. 15 minutter er ikke fordelt."
    assert meeting_agenda.total(75, 75) == "Punkterne passer med mødets 75 minutter."


def test_every_proposal_has_a_title_that_fits_and_a_reason() -> None:
    for kind in ProposalKind:
        proposal = Proposal(kind, "x", "a" * 300)
        assert len(meeting_agenda.title(proposal)) == 200
        assert meeting_agenda.why(proposal, "Familien Bæk")
    assert meeting_agenda.why(Proposal(ProposalKind.CITIZENS_POINT, "x", "Ferie"), "Familien Bæk") == (
        "Familien Bæks ord fra forberedelsen"
    )


def test_who_could_stay_away() -> None:
    said = meeting_agenda.crowded(8, 6, ("Bo", "Ida"))

    assert said.startswith("Færre om bordet: 8 fagpersoner er med.")
    assert "Bo og Ida har hverken et punkt eller en aftale." in said
    assert "hverken" not in meeting_agenda.crowded(8, 6, ())
