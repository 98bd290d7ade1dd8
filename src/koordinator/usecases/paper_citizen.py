"""The sheets that explain to the citizen how we work together, and that ask for consent."""

from collections.abc import Iterator

from koordinator.domain.citizen import Citizen
from koordinator.domain.citizen_rules import is_under_age, stands_for
from koordinator.domain.consent import Consent
from koordinator.domain.consent_content import ConsentForm, GivenWords
from koordinator.domain.content_parts import ContactCard
from koordinator.domain.danish_day import danish_day
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import CitizenId, ConsentId
from koordinator.domain.letter_content import NobodyToName
from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.letter_versions import own_sentences
from koordinator.domain.paper import Reader
from koordinator.domain.register import ContactKind, ContactPerson
from koordinator.domain.theme import in_use
from koordinator.domain.ways_content import WaysSheet, WayToday
from koordinator.usecases.consents import Person, consent_file
from koordinator.usecases.letter_texts import own_texts_today
from koordinator.usecases.letters import responsible_letter
from koordinator.usecases.paper_drawing import Drawing, DrawnPaper
from koordinator.usecases.paper_parts import sender_of, subject_content
from koordinator.usecases.ports import Transaction
from koordinator.usecases.subject_people import SubjectPeople, casework_family, custody_of, people_of, step_on


def ways_paper(drawing: Drawing) -> DrawnPaper:
    """How we work together, and which way holds for the subject today. Raises NotFound before a step is decided."""
    tx, order = drawing.tx, drawing.order
    today = way_today(tx, drawing.people)
    if today is None:
        raise NotFound("step", str(order.subject_id))
    content = WaysSheet(sender_of(tx), tx.today, today)
    return DrawnPaper(drawing.about(Reader.CITIZEN), drawing.makers.sheets.ways(content, large_print=order.large_print))


def way_today(tx: Transaction, people: SubjectPeople) -> WayToday | None:
    """The way that holds today; of a citizen whose family has one caseworker the family's. None before there is one."""
    family = casework_family(tx, people)
    step_of = people_of(tx, family.subject_id) if family is not None else people
    step = step_on(tx, step_of.subject_id, tx.today)
    return WayToday(subject_content(people), step, _to_call(tx, step_of)) if step is not None else None


def consent_paper(drawing: Drawing) -> DrawnPaper:
    """The consent of the order, else the form to be filled in by the citizen or the member. Raises NotFound."""
    tx, order = drawing.tx, drawing.order
    people = drawing.people
    consent = _consent(tx, people, order.consent_id)
    citizen = _citizen(people, consent.citizen_id if consent else order.member_id)
    form = _form(tx, people, citizen, consent)
    return DrawnPaper(drawing.about(Reader.CITIZEN), drawing.makers.sheets.consent(form, large_print=order.large_print))


def consents_on_paper(tx: Transaction, people: SubjectPeople) -> tuple[Consent, ...]:
    """Those that were given: where something other than a yes allows the sharing, nobody signs."""
    given = tx.of(Consent).where(citizen_id=people.citizen_ids, order_by="from_on")
    return tuple(consent for consent in given if not consent.is_other_basis)


def _consent(tx: Transaction, people: SubjectPeople, consent_id: ConsentId | None) -> Consent | None:
    if consent_id is None:
        return None
    found = next((consent for consent in consents_on_paper(tx, people) if consent.id == consent_id), None)
    if found is None:
        raise NotFound("consent", str(consent_id))
    return found


def _citizen(people: SubjectPeople, citizen_id: CitizenId | None) -> Citizen:
    """The one asked for; of a family somebody has to be."""
    if citizen_id is None and not people.is_family:
        return people.citizens[0]
    found = next((citizen for citizen in people.citizens if citizen.id == citizen_id), None)
    if found is None:
        raise NotFound("citizen", str(citizen_id or ""))
    return found


def _form(tx: Transaction, people: SubjectPeople, citizen: Citizen, consent: Consent | None) -> ConsentForm:
    file = consent_file(tx, people)
    return ConsentForm(
        sender=sender_of(tx),
        citizen=citizen.name,
        made_on=tx.today,
        themes=tuple(theme.name for theme in in_use(file.themes) if not theme.is_general),
        people=tuple(_named(person) for person in file.round_it if not person.needs_none),
        custody_holders=tuple(dict.fromkeys(_custody_holders(tx, citizen))),
        is_child=citizen.id in people.children or is_under_age(citizen, tx.today),
        coordinator=_to_call(tx, people),
        given=_words(consent) if consent is not None else None,
        own_words=own_sentences(own_texts_today(tx), LetterKey.CONSENT),
    )


def _words(consent: Consent) -> GivenWords:
    return GivenWords(
        text=consent.text,
        purpose=consent.purpose,
        shared_with=consent.shared_with,
        not_covered=consent.not_covered,
        given_by=consent.given_by,
        from_on=consent.from_on,
        until_on=consent.until_on,
        withdrawn_on=danish_day(consent.withdrawn_at) if consent.withdrawn_at is not None else None,
    )


def _named(person: Person) -> str:
    return f"{person.name} ({person.belongs_to})" if person.belongs_to else person.name


def _custody_holders(tx: Transaction, citizen: Citizen) -> Iterator[str]:
    """Citizens here, and those known only as contact persons."""
    holders = tuple(relation.other_citizen_id for relation in custody_of(tx, (citizen,)))
    yield from (holder.name for holder in tx.of(Citizen).where(id=holders))
    for contact in tx.of(ContactPerson).where(citizen_id=citizen.id, kind=ContactKind.CUSTODY_HOLDER):
        if stands_for(contact, citizen, tx.today):
            yield contact.name


def _to_call(tx: Transaction, people: SubjectPeople) -> ContactCard | None:
    """The coordinator, else the primary caseworker."""
    try:
        letter = responsible_letter(tx, people)
    except NobodyToName:
        return None
    return letter.coordinator or letter.primary
