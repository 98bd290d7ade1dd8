"""The assessment note: what was decided and recommended, why, and every answer with the citizen's own beside it."""

from collections.abc import Iterable, Iterator

from koordinator.documents.compose.parts import facts
from koordinator.documents.content import (
    BulletList,
    Callout,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Part,
    Span,
    Table,
    Title,
    bold,
    citizens_words,
    muted,
)
from koordinator.domain.assessment import Assessment
from koordinator.domain.assessment_model import AssessmentModel, Parameter
from koordinator.domain.recommendation import Recommendation, difference
from koordinator.domain.sheet_content import AssessmentNote
from koordinator.texts import assessment as told
from koordinator.texts import paper_assessment as words
from koordinator.texts.formats import date_long
from koordinator.texts.paper_voice import spoken_name


def assessment_note(content: AssessmentNote, *, large_print: bool) -> Document:
    """The note; a draft as long as the assessment is not locked."""
    assessment, subject = content.assessment, content.subject
    day = assessment.decided_on or content.made_on
    model, recommendation = assessment.model, assessment.recommendation()
    name = spoken_name(subject.name, family=subject.is_family)
    return Document(
        title=words.SUBJECT,
        subject=words.SUBJECT,
        author=content.sender.municipality,
        version_text=words.TITLE,
        date_text=date_long(day),
        footer=words.FOOTER,
        running_head=words.running_head(subject.name),
        large_print=large_print,
        draft=not assessment.is_locked,
        blocks=(
            Title(told.HEADING, words.kicker(day), subject.name),
            *_decision(content, model),
            *_reasons(model, recommendation, name, assessment),
            *_would_change(model, recommendation, name),
            *_since_last(content, model),
            *_disagreements(assessment, model, name),
            *_answers(assessment, model, name),
        ),
    )


def _decision(content: AssessmentNote, model: AssessmentModel) -> Iterator[Part]:
    assessment, last = content.assessment, content.last
    decided = words.step(assessment.decided_step) or words.NOT_DECIDED
    yield Callout(((bold(f"{words.DECIDED}: "), Span(decided)),))
    yield from facts(
        (words.RECOMMENDED, words.step(assessment.recommended_step) or words.NOTHING_ANSWERED),
        (words.DECIDED_ON, date_long(assessment.decided_on) if assessment.decided_on else ""),
        (words.DECIDED_BY, content.decided_by if assessment.decided_on else ""),
        (words.MODEL, words.model_named(model)),
        (words.LAST, words.last_time(last.decided_on, last.decided_step) if last else told.NO_LAST_TIME),
    )


def _reasons(
    model: AssessmentModel, recommendation: Recommendation, name: str, assessment: Assessment
) -> Iterator[Part]:
    yield from _list(words.WHY, told.reason_sentences(model, recommendation, name))
    if assessment.deviates:
        yield Heading(words.WHY_ANOTHER)
        yield Paragraph(assessment.deviation_reason)
    yield from _list(words.AGAINST, (told.sentence(each) for each in told.against_clauses(model, recommendation, name)))
    if still_open := told.still_open(model, recommendation):
        yield Paragraph(still_open)


def _would_change(model: AssessmentModel, recommendation: Recommendation, name: str) -> Iterator[Part]:
    yield Heading(words.WHAT_WOULD_CHANGE)
    if clauses := told.change_clauses(model, recommendation, name):
        yield Paragraph(told.WOULD_CHANGE, keep_with_next=True)
        yield BulletList(clauses)
    if note := told.change_note(recommendation):
        yield Paragraph(note)


def _since_last(content: AssessmentNote, model: AssessmentModel) -> Iterator[Part]:
    if content.last is None:
        return
    last_model = content.last.model
    differences = difference(model, content.last.given, content.assessment.given)
    lines = tuple(told.difference_line(each, model, last_model) for each in differences)
    yield Heading(words.SINCE_LAST)
    yield BulletList(lines or (told.SAME_AS_LAST,))


def _disagreements(assessment: Assessment, model: AssessmentModel, name: str) -> Iterator[Part]:
    yield from _list(words.DISAGREED, (told.disagreement_line(model, each, name) for each in assessment.disagreements))


def _list(heading: str, items: Iterable[str]) -> Iterator[Part]:
    lines = tuple(items)
    if lines:
        yield Heading(heading)
        yield BulletList(lines)


def _answers(assessment: Assessment, model: AssessmentModel, name: str) -> Iterator[Part]:
    columns = (
        Column(words.PARAMETER, 1.9),
        Column(words.PROFESSIONAL, 1),
        Column(words.citizens_answers(name), 1),
    )
    yield Heading(words.ANSWERS)
    yield Table(columns, tuple(_answer(assessment, parameter, name) for parameter in model.parameters))


def _answer(assessment: Assessment, parameter: Parameter, name: str) -> tuple[Cell, ...]:
    answer = assessment.answer_to(parameter.key)
    asked = told.question(parameter, name)
    note = (muted(f"\n{words.note(answer.note)}"),) if answer.note else ()
    return (
        (bold(parameter.label), Span(f"\n{asked}"), *note),
        told.option_label(parameter, answer.option) if answer.option else (muted(words.NOT_ANSWERED),),
        (citizens_words(told.option_label(parameter, answer.citizen_option)),)
        if answer.citizen_option
        else (muted(words.NOT_ANSWERED),),
    )
