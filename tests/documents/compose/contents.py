"""Made-up contents of papers: rich, sparse and far too much. Nobody in them exists."""

from dataclasses import replace
from datetime import date, time
from typing import Final

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.content_parts import (
    AgreementContent,
    AppointmentContent,
    ContactCard,
    GoalContent,
    MemberContent,
    PendingContent,
    ScoreContent,
    Sender,
    SubgoalContent,
    SubjectContent,
    ThemeContent,
    Uid,
)
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.meeting import PlaceKind
from koordinator.domain.plan_content import (
    ConsentContent,
    EffortContent,
    MemberPartContent,
    OtherPlanContent,
    PlanContent,
    ThemeScores,
    ViewpointContent,
)
from koordinator.domain.register import ContactKind, PlanRelation
from koordinator.domain.steps import Step

SENDER: Final = Sender("Sundby Kommune", "99 12 30 00", "Sundby Kommune, Torvet 1, 9990 Sundby")
LONE: Final = MemberContent(Uid("lone"), "Lone Bæk")
SUBJECT: Final = SubjectContent(Uid("s-lone"), "Lone Bæk", is_family=False, members=(LONE,))
METTE: Final = ContactCard(
    "Mette Holm",
    role="socialrådgiver",
    organisation="Handicap",
    phone="99 12 34 56",
    phone_hours="kl. 9-14",
    email="mette.holm@sundby.example",
    is_coordinator=True,
)
MEETING: Final = AppointmentContent(Uid("m2"), date(2027, 1, 12), time(13), 90, PlaceKind.HOME, "Lærkevej 3, 2. tv.")


def card(name: str, organisation: str, helps_with: str, phone: str, role: str = "sagsbehandler") -> ContactCard:
    email = f"{name.split(maxsplit=1)[0].lower()}@sundby.example"
    return ContactCard(name, role=role, organisation=organisation, helps_with=helps_with, phone=phone, email=email)


def agreement(number: int, what: str, who: str, due_on: date | None = None, rhythm: str = "") -> AgreementContent:
    return AgreementContent(Uid(f"a{number}"), what, date(2026, 11, 17), who=who, due_on=due_on, rhythm=rhythm)


MORNINGS: Final = GoalContent(
    Uid("g1"),
    "Rolige morgener hjemme",
    citizens_wording="At morgenerne bliver rolige.",
    own_part="Jeg laver morgenmad og madpakker. Jeg ringer til skolen, når Anna er syg.",
    practising="At gå i seng før kl. 23 og lade telefonen ligge i stuen.",
    subgoals=(
        SubgoalContent("Vækkeuret står i køkkenet, og tøjet ligger klar om aftenen", date(2026, 10, 3)),
        SubgoalContent("Anna er i skole kl. 8.30 mindst tre dage om ugen"),
        SubgoalContent("Anna er i skole kl. 8.00 alle dage"),
    ),
    scores=(
        ScoreContent(date(2026, 5, 12), 3),
        ScoreContent(date(2026, 8, 20), 4),
        ScoreContent(date(2026, 9, 29), 4),
        ScoreContent(date(2026, 11, 17), 5),
        ScoreContent(date(2026, 11, 17), 4, "Kim Møller"),
    ),
)
ONE_TO_CALL: Final = GoalContent(
    Uid("g2"),
    "Én at ringe til",
    citizens_wording="Jeg vil bare have én at ringe til.",
    scores=(ScoreContent(date(2026, 5, 12), 2), ScoreContent(date(2026, 11, 17), 8)),
)
WORK: Final = GoalContent(
    Uid("g3"),
    "En vej tilbage til arbejde",
    citizens_wording="Jeg vil gerne noget med mennesker igen, men jeg tør ikke sige ja til fuld tid.",
    scores=(ScoreContent(date(2026, 11, 17), 3),),
)
FRIDAYS: Final = GoalContent(Uid("g4"), "Styr på posten", status=GoalStatus.REACHED)

AGREEMENTS: Final = (
    agreement(1, "Svarer, når du ringer, og giver besked videre samme dag", "Mette Holm", rhythm="fra nu af"),
    agreement(2, "Taler med skolen om, at Anna møder kl. 8.30", "Kim Møller", date(2026, 11, 27)),
    agreement(3, "Finder et sted, du kan prøve at arbejde", "Bo Thygesen", date(2026, 12, 11)),
    replace(
        agreement(4, "Skriver ned, hvad der var godt om morgenen", "Lone Bæk", rhythm="hver fredag"),
        who_uid=LONE.uid,
    ),
    replace(
        agreement(5, "Skaffer en bedre seng", "Ida Mikkelsen", date(2026, 11, 10)),
        status=AgreementStatus.DONE,
        settled_on=date(2026, 11, 9),
    ),
    replace(
        agreement(6, "Ser på en anden skolebus", "Kim Møller", date(2026, 11, 3)),
        status=AgreementStatus.NOT_DONE,
        settled_on=date(2026, 11, 17),
        not_done_reason="Anna vil hellere gå.",
    ),
)
CONTACTS: Final = (
    METTE,
    card("Kim Møller", "Familie", "Anna, skole og hverdag", "99 22 34 56"),
    card("Bo Thygesen", "Jobcenter", "Arbejde og økonomi", "99 32 34 56"),
    card("Tina Dam", "Sundhed", "Medicin og sår", "99 42 34 56", "sygeplejerske"),
)
RELATIVE: Final = ContactCard(
    "Karen Bæk", ContactKind.RELATIVE, helps_with="Henter Anna om onsdagen", phone="99 52 34 56"
)
PENDING: Final = (
    PendingContent(Uid("d1"), "Støtte om morgenen.", "Handicap", "Ida Mikkelsen", date(2026, 12, 8)),
    PendingContent(
        Uid("d2"),
        "Hjælp til en ny seng",
        "Sundhed",
        "Tina Dam",
        date(2026, 11, 10),
        "Ja, den er bestilt",
        date(2026, 11, 9),
    ),
)
EFFORTS: Final = (
    EffortContent(
        "Familiekonsulent",
        "Rolige morgener og en fast rytme for dig og Anna",
        "Kim Møller",
        "Familie",
        "barnets lov § 32",
        "4 timer om ugen",
        "Familie",
        date(2026, 8, 3),
        date(2027, 2, 1),
        goal_uids=(Uid("g1"),),
    ),
    EffortContent(
        "Virksomhedspraktik",
        "Afprøve, hvor mange timer du kan arbejde",
        "Bo Thygesen",
        "Jobcenter",
        from_on=date(2027, 1, 4),
        goal_uids=(Uid("g3"),),
    ),
    EffortContent("Sårpleje", "At såret heler, så du kan gå uden smerter", "", "Sundhed", amount="mandag og torsdag"),
)
OTHER_PLANS: Final = (
    OtherPlanContent("Børnefaglig undersøgelse", "Kim Møller", "Anna trives i skolen", relation=PlanRelation.BESIDE),
    OtherPlanContent("Jobcentrets plan", "Bo Thygesen", relation=PlanRelation.PART, follow_up_on=date(2027, 3, 3)),
)
CONSENTS: Final = (
    ConsentContent(
        "Det, der står i planen, og det, vi taler om på møderne",
        "Familie, Jobcenter, Handicap og Sundhed",
        "Annas skole. Det får jobcentret ikke noget at vide om.",
        "Lone Bæk",
        "forvaltningsloven § 28",
        date(2026, 11, 21),
        date(2027, 11, 22),
    ),
)
PLAN: Final = PlanContent(
    uid=Uid("p-lone"),
    sender=SENDER,
    subject=SUBJECT,
    number=3,
    approved_on=date(2026, 11, 21),
    approved_by="Mette Holm",
    step=Step.MEETINGS,
    plan_type="Fælles plan",
    own_words="Jeg vil bare have én at ringe til.\nAt morgenerne bliver rolige, så Anna kommer i skole til tiden.",
    must_not_be_lost="Onsdag aften hos min søster. Og at Anna har sit eget værelse.",
    strengths=(
        "Du holder aftaler, når de er skrevet ned.\nDu har et godt forhold til Annas lærer.\n"
        "Din søster Karen bor tæt på og hjælper gerne med at hente."
    ),
    challenges=(
        "Morgenerne er hårde, fordi du sover dårligt og har ondt. Det betyder, at Anna tit kommer for sent i skole, og "
        "at det er svært at sige ja til et sted, hvor du kan prøve at arbejde."
    ),
    disagreements="Du synes, at støtten om morgenen skal begynde nu. Handicap skal først tale med din læge.",
    own_contribution="Du skriver ned, hvordan morgenen gik.",
    relatives_contribution="Din søster Karen henter Anna om onsdagen.",
    viewpoints=(
        ViewpointContent("støtten om morgenen", "Jeg har brug for den nu."),
        ViewpointContent("støtten om morgenen", "Vi skal først høre din læge.", "Ida Mikkelsen"),
    ),
    theme_scores=(
        ThemeScores(
            ThemeContent("housing", "Bolig"),
            (ScoreContent(date(2026, 5, 12), 3), ScoreContent(date(2026, 11, 17), 6)),
        ),
        ThemeScores(
            ThemeContent("finances", "Økonomi"),
            (ScoreContent(date(2026, 11, 17), 2), ScoreContent(date(2026, 11, 17), 4, "Bo Thygesen")),
        ),
    ),
    promises_due=4,
    promises_kept=3,
    goals=(MORNINGS, FRIDAYS, ONE_TO_CALL, WORK),
    efforts=EFFORTS,
    agreements=AGREEMENTS,
    pending=PENDING,
    contacts=(*CONTACTS, RELATIVE),
    other_plans=OTHER_PLANS,
    consents=CONSENTS,
    next_meeting=MEETING,
    from_on=date(2026, 5, 12),
    review_on=date(2027, 5, 21),
)
BEFORE: Final = replace(
    PLAN,
    number=2,
    approved_on=date(2026, 8, 21),
    goals=(MORNINGS, FRIDAYS),
    agreements=AGREEMENTS[4:],
    contacts=CONTACTS[:3],
)
SPARSE_PLAN: Final = PlanContent(
    Uid("p-bo"),
    Sender("", "", ""),
    SubjectContent(Uid("s-bo"), "Bo", is_family=False, members=(MemberContent(Uid("bo"), "Bo"),)),
    None,
    date(2026, 11, 21),
)
ANNA: Final = MemberContent(Uid("anna"), "Anna Bæk", is_child=True)
EMIL: Final = MemberContent(Uid("emil"), "Emil Bæk", is_child=True)
FAMILY: Final = SubjectContent(Uid("s-fam"), "Familien Bæk", is_family=True, members=(LONE, ANNA, EMIL))
FAMILY_PLAN: Final = replace(
    PLAN,
    subject=FAMILY,
    step=Step.ONE_CASEWORK,
    contacts=(*CONTACTS[:3], replace(RELATIVE, for_uids=(ANNA.uid, EMIL.uid))),
    goals=(
        *PLAN.goals,
        GoalContent(Uid("g5"), "At have en ven med hjem hver uge", "Jeg vil have Sofie med hjem.", member_uid=ANNA.uid),
        GoalContent(Uid("g6"), "At spille fodbold igen", member_uid=EMIL.uid),
    ),
    members=(
        MemberPartContent(
            ANNA.uid, "Jeg vil bare have det som de andre.", "Anna er god til at tegne.", "Anna sover dårligt."
        ),
        MemberPartContent(EMIL.uid, own_contribution="Emil pakker sin taske om aftenen."),
    ),
    viewpoints=(
        *PLAN.viewpoints,
        ViewpointContent("skolen", "Hun er glad, når hun først er der.", "Kim Møller", member_uid=ANNA.uid),
        ViewpointContent("skolen", "Jeg keder mig.", "Anna Bæk", ANNA.uid, ANNA.uid),
    ),
    pending=(*PENDING, PendingContent(Uid("d3"), "Fritidspas", "Familie", "Kim Møller", member_uid=EMIL.uid)),
    agreements=(
        *AGREEMENTS,
        replace(agreement(7, "Ringer til fodboldklubben", "Emil Bæk"), who_uid=EMIL.uid, member_uid=EMIL.uid),
    ),
    efforts=(
        *EFFORTS,
        EffortContent("Fritidspas", "At komme med i klubben", member_uid=EMIL.uid, goal_uids=(Uid("g6"),)),
    ),
)

LONG_NAME: Final = "Anne-Marie Kristine Skovgaard-Rasmussen Holst-Christoffersen"
LONG_TEXT: Final = "Vi har talt om det mange gange, og det skal være skrevet ned, så det ikke bliver glemt igen. " * 4


def stuffed(plan: PlanContent = PLAN, factor: int = 10) -> PlanContent:
    """Far too much of everything, each thing with a text of its own."""
    people = (*CONTACTS, replace(CONTACTS[1], name=LONG_NAME, helps_with=LONG_TEXT, email=""), RELATIVE)
    return replace(
        plan,
        own_words="\n".join(f"{number}. {LONG_TEXT}" for number in range(factor)),
        strengths=LONG_TEXT * 3,
        goals=tuple(
            replace(goal, uid=Uid(f"{goal.uid}-{number}"), title=f"{goal.title} {number}", practising=LONG_TEXT)
            for number in range(factor // 2)
            for goal in plan.goals
        ),
        agreements=tuple(
            replace(each, uid=Uid(f"{each.uid}-{number}"), what=f"{each.what} ({number}) {LONG_TEXT[: number * 30]}")
            for number in range(factor)
            for each in plan.agreements
        ),
        pending=tuple(
            replace(each, uid=Uid(f"{each.uid}-{number}"), what=f"{each.what} {number} {LONG_TEXT}")
            for number in range(factor // 2)
            for each in plan.pending
        ),
        contacts=tuple(
            replace(card, name=f"{card.name} {number}", is_coordinator=card.is_coordinator and not number)
            for number in range(factor // 2)
            for card in people
        ),
        efforts=plan.efforts * factor,
        other_plans=plan.other_plans * factor,
        consents=plan.consents * factor,
    )
