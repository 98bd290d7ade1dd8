"""`koordinator hand-out`: whom a paper may go to, the paper laid ready, and a note of who got it."""

import argparse
from pathlib import Path

from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.parser import write_out
from koordinator.cli.supervision import danish_or_iso_day
from koordinator.domain.errors import NotFound
from koordinator.domain.handouts import HandedOver, HandedThing
from koordinator.domain.ids import RowId
from koordinator.domain.paper import Handout, HandoutWay
from koordinator.domain.paper_check import PaperRefusal, PaperRefused, PaperState
from koordinator.texts import command_line, handout
from koordinator.texts import handout_command as words
from koordinator.usecases.handouts import Covering, HandoutOffer


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar=command_line.FILE, help=words.FILE_HELP)
    parser.add_argument("--to", action="append", default=[], metavar=words.NAME, help=words.TO_HELP)
    parser.add_argument("--way", choices=tuple(HandoutWay), help=words.WAY_HELP)
    parser.add_argument("--on", type=danish_or_iso_day, metavar=words.DAY, help=words.ON_HELP)
    parser.add_argument("--ready", type=Path, metavar=command_line.FOLDER, help=words.READY_HELP)
    parser.add_argument("--withdraw", type=int, metavar=command_line.NUMBER, help=words.WITHDRAW_HELP)
    parser.add_argument("--because", metavar=words.REASON, help=words.BECAUSE_HELP)


def _wrong_usage(arguments: argparse.Namespace) -> str:
    if (arguments.withdraw is None) != (arguments.because is None):
        return words.NEEDS_REASON
    if arguments.withdraw is not None and (arguments.to or arguments.ready):
        return words.ONE_THING
    return words.NEEDS_SOMEBODY if (arguments.way or arguments.on) and not arguments.to else ""


def _run(arguments: argparse.Namespace, session: Session) -> int:
    handouts, actor = session.services.handouts, session.actor
    offer = _offer(arguments.file, session)
    noted: tuple[Handout, ...] = ()
    withdrawn = folder = None
    if arguments.withdraw is not None:
        withdrawn = handouts.withdraw(actor, _its_own(arguments.withdraw, offer), arguments.because)
    if arguments.ready is not None and offer.paper is not None:
        text = handout.covering(offer.facts, arguments.to, offer.sender, offer.signed_by, offer.covering)
        folder = handouts.make_ready(
            actor, offer.paper.id, arguments.ready, Covering(handout.COVERING_FILE, text.whole)
        )
    if arguments.to:
        noted = handouts.note(actor, offer.subject_id, offer.thing, _handed(arguments, offer))
    if wants_json(arguments):
        write_out(as_json(_for_programs(offer, noted, withdrawn, folder)))
    else:
        write_out("\n".join(_for_people(offer, noted, withdrawn, folder)))
    return FINE


def _offer(path: Path, session: Session) -> HandoutOffer:
    """Only of a paper that is as it was made. Raises PaperRefused."""
    checked = session.services.paper_check.check(session.actor, path)
    if checked.known is None or checked.state is not PaperState.UNCHANGED:
        unknown = checked.state is PaperState.UNKNOWN
        raise PaperRefused(path.name, PaperRefusal.UNKNOWN if unknown else PaperRefusal.CHANGED)
    paper = checked.known.paper
    return session.services.handouts.offer(session.actor, paper.subject_id, HandedThing(paper.id))


def _its_own(number: int, offer: HandoutOffer) -> RowId:
    """A note about this paper, not about another by a slip of the fingers. Raises NotFound."""
    found = next((each.id for each in offer.noted if each.id == number), None)
    if found is None:
        raise NotFound("handout", str(number))
    return found


def _handed(arguments: argparse.Namespace, offer: HandoutOffer) -> tuple[HandedOver, ...]:
    on = arguments.on or offer.today
    return tuple(HandedOver(name, on, _way(arguments.way, name, offer)) for name in arguments.to)


def _way(said: str | None, name: str, offer: HandoutOffer) -> HandoutWay:
    """As it is said, else as it is proposed to the person; a letter reaches everybody."""
    if said is not None:
        return HandoutWay(said)
    known = (each for each in offer.recipients.people if each.name.casefold() == name.strip().casefold())
    return next((each.proposed_way(met_today=False) for each in known), HandoutWay.LETTER)


def _for_people(
    offer: HandoutOffer, noted: tuple[Handout, ...], withdrawn: Handout | None, folder: Path | None
) -> list[str]:
    told = [words.ready(str(folder))] if folder is not None else []
    told += [words.has_got(noted)] if noted else []
    told += [words.taken_back(withdrawn)] if withdrawn is not None else []
    if told:
        return told
    lines = [handout.title(offer.facts), *map(words.numbered, offer.noted)]
    lines += [words.proposed(each, each.proposed_way(met_today=False)) for each in offer.recipients.people]
    reduced = offer.recipients.extract_only
    return [*lines, *([handout.extract_only(reduced)] if reduced else [])]


def _for_programs(
    offer: HandoutOffer, noted: tuple[Handout, ...], withdrawn: Handout | None, folder: Path | None
) -> dict[str, object]:
    return {
        "title": handout.title(offer.facts),
        "noted": [_line(each) for each in noted],
        "noted_before": [_line(each) for each in offer.noted],
        "withdrawn": _line(withdrawn) if withdrawn is not None else None,
        "ready": str(folder) if folder is not None else None,
        "proposed": [
            {"name": each.name, "role": each.role.value, "ways": [way.value for way in each.ways]}
            for each in offer.recipients.people
        ],
        "extract_only": list(offer.recipients.extract_only),
    }


def _line(noted: Handout) -> dict[str, object]:
    return {
        "id": noted.id,
        "recipient": noted.recipient,
        "on": noted.handed_on.isoformat(),
        "way": noted.way.value,
        "withdrawn_because": None if noted.counts else noted.withdrawn_because,
    }


HAND_OUT = Command("hand-out", words.SUMMARY, _add_arguments, _run, _wrong_usage)
