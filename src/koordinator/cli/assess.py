"""`koordinator assess CITIZEN --answers FILE.toml`: the step that the answers point at, and why."""

import argparse
from pathlib import Path

from koordinator.cli.citizen_argument import citizen_id
from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.parser import write_out
from koordinator.domain.answers_file import AnswersFault, AnswersFaultKind, AnswersRefused
from koordinator.texts import assessment as texts
from koordinator.texts import command_line as words
from koordinator.texts.formats import spoken_name
from koordinator.usecases.assessments import Computed


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("citizen", metavar=words.CITIZEN, help=words.ASSESS_CITIZEN)
    parser.add_argument("--answers", type=Path, metavar=words.FILE, required=True, help=words.ASSESS_ANSWERS)
    parser.add_argument("--save", action="store_true", help=words.ASSESS_SAVE)


def _run(arguments: argparse.Namespace, session: Session) -> int:
    text = _text_of(arguments.answers)
    assessments = session.services.assessments
    compute = assessments.compute_and_lock if arguments.save else assessments.compute
    computed = compute(session.actor, citizen_id(session, arguments.citizen), text)
    write_out(as_json(_for_programs(computed)) if wants_json(arguments) else _for_people(computed))
    return FINE


def _text_of(path: Path) -> str:
    """The file's text. Raises AnswersRefused when it cannot be read as text."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise AnswersRefused((AnswersFault(AnswersFaultKind.UNREADABLE, str(path)),)) from error


def _for_programs(computed: Computed) -> dict[str, object]:
    assessment, model = computed.assessment, computed.assessment.model
    recommendation, name = assessment.recommendation(), _called(computed)
    return {
        "recommended_step": int(recommendation.step),
        "reasons": list(texts.reason_sentences(model, recommendation, name)),
        "would_change": list(texts.change_sentences(model, recommendation, name)),
        "model_version": assessment.model_version,
    }


def _for_people(computed: Computed) -> str:
    assessment, model = computed.assessment, computed.assessment.model
    recommendation, name = assessment.recommendation(), _called(computed)
    lines = [texts.points_to(recommendation.step)]
    lines += [f"- {sentence}" for sentence in texts.reason_sentences(model, recommendation, name)]
    return "\n".join([*lines, texts.would_change_sentence(model, recommendation, name)])


def _called(computed: Computed) -> str:
    return spoken_name(computed.people.name, is_family=computed.people.is_family)


ASSESS = Command("assess", words.Summaries.ASSESS, _add_arguments, _run)
