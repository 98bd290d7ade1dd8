"""Words of the editor of assessment models under Indstillinger."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from koordinator.domain.assessment_faults import ModelFault, ModelFaultKind
from koordinator.domain.assessment_model import (
    AssessmentModel,
    AtLeast,
    Combination,
    Condition,
    Option,
    OptionKey,
    Parameter,
    ParameterKey,
    RegisterFact,
    Rule,
    Strength,
    Test,
)
from koordinator.domain.steps import Step
from koordinator.texts.assessment import filled, step_short, step_word
from koordinator.texts.formats import count_of, date_long, moment_short, quoted
from koordinator.texts.model_faults import fault_words

VERSIONS: Final = "Versioner"
VERSIONS_HINT: Final = (
    "En version, der er taget i brug, bliver aldrig rettet. Lav en ny version, ret i udkastet, prøv den på gamle "
    "vurderinger, og tag den i brug fra en dag."
)
MODEL: Final = "Model"
STATE: Final = "Status"
DRAFT: Final = "Udkast"
IN_FORCE: Final = "Gælder nu"
COMING: Final = "Kommer"
OVER: Final = "Tidligere"
NEW_VERSION: Final = "Lav ny version"
WITHDRAW: Final = "Træk tilbage"
WITHDRAW_HEADING: Final = "Træk {version} tilbage"
WITHDRAW_WHY: Final = "Hvorfor trækkes den tilbage?"
WITHDRAW_TEXT: Final = "Versionen kommer ikke til at gælde. Den, der gælder nu, gælder fortsat."
WITHDRAWN: Final = "Trukket tilbage"
FROM_SCRATCH: Final = "Begynd fra bunden"
IMPORT: Final = "Læs fil ind"
IMPORT_DIALOG: Final = "Vælg en vurderingsmodel"
EXPORT: Final = "Gem som fil"
NOT_IMPORTED: Final = "Filen er ikke læst ind"
TOML_FILES: Final = "Vurderingsmodel (*.toml)"
NEW_TITLE: Final = "Vurderingsmodel"
OPEN_DRAFT: Final = "Ret"
OPEN_RELEASED: Final = "Se"
BACK: Final = "Alle versioner"
UNDO: Final = "Fortryd"
TRY: Final = "Prøv på gamle vurderinger"
RELEASE: Final = "Tag i brug …"
DISCARD: Final = "Slet udkastet"
DISCARD_HEADING: Final = "Skal udkastet slettes?"
DISCARD_TEXT: Final = (
    "Alt, hvad der er skrevet i udkastet, forsvinder. De versioner, der er taget i brug, bliver stående."
)
RELEASE_HEADING: Final = "Hvornår skal versionen gælde fra?"
RELEASE_TEXT: Final = (
    "Nye vurderinger laves efter denne version fra den dag, du vælger. Vurderinger, der er begyndt, kan gøres færdige "
    "efter den gamle. Når versionen er taget i brug, kan den ikke rettes."
)
RELEASE_FROM: Final = "Gælder fra"
RELEASE_IT: Final = "Tag versionen i brug"
MEND_FIRST: Final = "Ret fejlene først."
READ_ONLY: Final = "Versionen er taget i brug og kan ikke rettes. Lav en ny version for at ændre noget."

ABOUT: Final = "Om modellen"
QUESTIONS: Final = "Spørgsmål"
RULES: Final = "Regler"
PARTS: Final = "Del af modellen"
NO_QUESTION_CHOSEN: Final = "Tilføj et spørgsmål, så kan du skrive det og dets svar her."
NO_RULE_CHOSEN: Final = "Tilføj en regel, så kan du vælge, hvilket trin den giver, og hvornår."
ADD_QUESTION: Final = "Tilføj spørgsmål"
ADD_RULE: Final = "Tilføj regel"
ADD_ANSWER: Final = "Tilføj svar"
UP: Final = "Flyt op"
DOWN: Final = "Flyt ned"
REMOVE: Final = "Fjern"
SHORT_NAME: Final = "Kort navn"
RULE_NAME: Final = "Reglens navn"
ANSWER_NAME: Final = "Svarets navn"
ADD: Final = "Tilføj"

TITLE: Final = "Modellens navn"
VERSION: Final = "Version"
VERSION_HINT: Final = "Kommunens eget navn på versionen, for eksempel 2 eller 2027-1."
SOURCE: Final = "Hvor kommer modellen fra?"
DEFAULT_STEP: Final = "Når ingen regel passer"
QUESTION: Final = "Spørgsmålet til sagsbehandleren"
ASK: Final = "Sådan kan du spørge borgeren"
HELP: Final = "Hjælp til at svare"
PARAMETER_SOURCE: Final = "Hvor kommer spørgsmålet fra?"
PARAMETER_SOURCE_HINT: Final = "For eksempel en lov, en model eller »Lokal standard«."
NAMES_HINT: Final = "{name} bliver til borgerens fornavn, {name_s} til navnet i ejefald."
REGISTER_FACT: Final = "Tallet findes i registret"
CITIZEN_ANSWERS: Final = "Borgeren bliver også spurgt"
EXEMPT: Final = "Et større behov må gerne give et lavere trin"
EXEMPT_HINT: Final = "Kun for spørgsmål som ønsket og det, der er prøvet."
KEY: Final = "Nøgle"
KEY_HINT: Final = "Bruges i filer og binder vurderinger sammen fra gang til gang. Ret den kun, hvis du ved hvorfor."
ANSWERS: Final = "Svar, mindst behov først"
NO_ANSWERS: Final = "Ingen svar endnu. Der skal være mindst to."
NEED: Final = "Behov"
ANSWER: Final = "Svar"
ARGUES_FOR: Final = "Taler for"
FOR_NOTHING: Final = "Ikke for noget trin"
STRENGTH: Final = "Hvor meget vejer det, når grundene fortælles?"
MEANING: Final = "Hvad betyder svaret?"
REASON: Final = "Grunden, efter »fordi«"
REASON_HINT: Final = "For eksempel: {name} har fire eller fem sager"
IF_MORE: Final = "Efter »hvis«, når behovet bliver større"
IF_MORE_HINT: Final = "For eksempel: {name} havde fire eller fem sager"
IF_LESS: Final = "Efter »hvis«, når behovet bliver mindre"
IF_LESS_HINT: Final = "For eksempel: {name} kun havde fire eller fem sager"
FROM_COUNT: Final = "Foreslås, når registret tæller mindst"
WHOLE_NUMBER: Final = "Skriv et helt tal, for eksempel 2, eller lad feltet stå tomt."
NOT_PROPOSED: Final = "Tomt felt: foreslås ikke."
PREVIEW: Final = "Sådan ser spørgsmålet ud"
PREVIEW_NAME: Final = "Lone"
RULE_STEP: Final = "Giver"
RULE_ORDER: Final = "Reglerne læses ovenfra. Den første, der passer, gælder."
WHEN: Final = "Reglen passer, når"
ONE_CONDITION: Final = "Dette skal passe"
READS: Final = "Læst højt"
NO_CONDITION: Final = "Reglen har ingen betingelser endnu."
ADD_CONDITION: Final = "Tilføj betingelse"
ADD_GROUP: Final = "Tilføj gruppe"
REMOVE_GROUP: Final = "Fjern gruppen"
REMOVE_CONDITION: Final = "Fjern betingelsen"
HOW_MANY: Final = "Hvor mange skal passe?"
WHICH_QUESTION: Final = "Hvilket spørgsmål?"
HOW: Final = "Hvordan?"
WHICH_ANSWER: Final = "Hvilket svar?"
AT_LEAST: Final = "er mindst"
IS_ONE_OF: Final = "er en af"
FAULTS: Final = "Skal rettes"
NO_FAULTS: Final = "Modellen kan bruges. Ingen fejl fundet."
CHECKING: Final = "Kontrollerer …"
SAVED: Final = "Gemt"
SAVING: Final = "Gemmer …"
GONE: Final = "(findes ikke mere)"

REGISTER_FACTS: Final[dict[RegisterFact | None, str]] = {
    None: "Nej, spørgsmålet besvares ved at spørge",
    RegisterFact.OPEN_CASES: "Ja, antal åbne sager",
    RegisterFact.DEPARTMENTS: "Ja, antal fagenheder med en åben sag",
    RegisterFact.CONTACT_PERSONS: "Ja, antal kontaktpersoner",
    RegisterFact.FAMILY_MEMBERS_WITH_CASES: "Ja, antal i familien med en åben sag",
}
STRENGTHS: Final[dict[Strength, str]] = {
    Strength.WEAK: "Lidt",
    Strength.MEDIUM: "Noget",
    Strength.STRONG: "Meget",
}
_FIELDS: Final[dict[str, str]] = {
    "title": TITLE,
    "version": VERSION,
    "source": "Kilde",
    "key": KEY,
    "label": "Navn",
    "question": QUESTION,
    "ask": ASK,
    "help": HELP,
    "meaning": MEANING,
    "reason": REASON,
    "if_more": IF_MORE,
    "if_less": IF_LESS,
}


def step_choice(step: Step | None) -> str:
    """A step in a list to choose from."""
    return FOR_NOTHING if step is None else step_short(step)


def step_badge(step: Step | None) -> str:
    """A step in few letters."""
    return "Intet trin" if step is None else "Intet behov" if step is Step.NO_NEED else step_short(step)


def source_of(parameter: Parameter) -> str:
    """Where a question comes from."""
    return f"Kilde: {parameter.source}" if parameter.source else ""


def version_of(model: AssessmentModel) -> str:
    """version 2"""
    return f"version {model.version}" if model.version else "uden versionsnavn"


def heading(model: AssessmentModel) -> str:
    """Trappemodellen · version 2"""
    return f"{model.title or 'Model uden navn'} · {version_of(model)}"


def period(from_on: date, until_on: date | None, *, is_first: bool) -> str:
    """Fra 1. december 2026 til 1. marts 2027; the last day is not included."""
    begins = "Fra begyndelsen" if is_first else f"Fra {date_long(from_on)}"
    return begins if until_on is None else f"{begins} og indtil {date_long(until_on)}"


def state(*, is_in_force: bool, is_over: bool) -> str:
    """Whether a released version is used."""
    return IN_FORCE if is_in_force else OVER if is_over else COMING


def draft_of(saved_at: datetime) -> str:
    """When a draft was last written in."""
    return f"Ikke taget i brug · gemt {moment_short(saved_at)}"


def file_name(model: AssessmentModel) -> str:
    """A name for a file that holds the model."""
    return f"{model.key or 'model'}-{model.version or 'udkast'}.toml".replace("/", "-").replace("\\", "-")


def imported(model: AssessmentModel) -> str:
    """The file became a draft."""
    return f"{heading(model)} er læst ind som et udkast."


def withdrawn_on(day: date, because: str) -> str:
    """Trukket tilbage 22. november 2026: Et spørgsmål mangler"""
    return f"{WITHDRAWN} {date_long(day)}: {because}"


def withdrawn(version: str, from_on: date) -> str:
    """The version does not come."""
    return f"{version} er trukket tilbage og gælder ikke fra {date_long(from_on)}."


def released(model: AssessmentModel, from_on: date) -> str:
    """The draft is a version now."""
    return f"{heading(model)} gælder fra {date_long(from_on)}."


def saved_as(name: str) -> str:
    """The file was written."""
    return f"Modellen er gemt som {name}."


def discarded(model: AssessmentModel) -> str:
    """The draft is gone."""
    return f"Udkastet til {heading(model)} er slettet."


def part(words: str, count: int) -> str:
    """Spørgsmål (11)"""
    return f"{words} ({count})"


def faults(count: int) -> str:
    """3 ting skal rettes"""
    return f"{count_of(count, 'ting', 'ting')} skal rettes"


def more_faults(count: int) -> str:
    """What is not shown of a long list."""
    return f"og {count_of(count, 'ting', 'ting')} mere"


def fault_count(count: int) -> str:
    """The badge of a line in which something is wrong."""
    return f"{count} fejl" if count else ""


def position(number: int, total: int) -> str:
    """Spørgsmål 3 af 11"""
    return f"Spørgsmål {number} af {total}"


def rule_position(number: int, total: int) -> str:
    """Regel 2 af 14"""
    return f"Regel {number} af {total}"


def rule_aloud(model: AssessmentModel, rule: Rule) -> str:
    """The whole rule in lines to read: the step, and under it what must hold."""
    group = rule.condition
    if not isinstance(group, Combination):
        group = Combination(1, (group,))
    if not group.parts:
        return NO_CONDITION
    head = needed(group.needed, len(group.parts)) if len(group.parts) > 1 else ONE_CONDITION
    lines = [line for part in group.parts for line in _aloud(model, part, 0)]
    return "\n".join([f"Det bliver {step_word(rule.step)}. {head}:", *lines])


def place(model: AssessmentModel, parameter: int | None, option: int | None, rule: int | None) -> str:
    """Where a fault is, in the names a person knows."""
    if rule is not None:
        return f"Regel {rule + 1}, {quoted(model.rules[rule].label)}"
    if parameter is None:
        return ""
    asked = model.parameters[parameter]
    words = f"Spørgsmål {parameter + 1}, {quoted(asked.label)}"
    return words if option is None else f"{words}, svaret {quoted(asked.options[option].label)}"


def fault(model: AssessmentModel, found: ModelFault, parameter: int | None) -> str:
    """A fault as the editor says it: with the names of the fields and answers on the screen."""
    kind, values = found.kind, found.values
    if kind is ModelFaultKind.MISSING_TEXT:
        return f"{quoted(_field(values[0]))} mangler."
    if kind is ModelFaultKind.UNKNOWN_PLACEHOLDER:
        return f"{values[1]} i {quoted(_field(values[0]))} kendes ikke. Brug {{name}} eller {{name_s}}."
    if kind is ModelFaultKind.COUNT_ORDER:
        return "Tallet fra registret passer ikke. Det første svar har 0, og de næste har mere end svaret før."
    if kind is ModelFaultKind.UNKNOWN_PARAMETER:
        return f"Reglen nævner et spørgsmål, som ikke findes mere ({values[0]})."
    if kind is ModelFaultKind.UNKNOWN_OPTION:
        return f"Reglen nævner et svar til {_asked(model, values[0])}, som ikke findes mere ({values[1]})."
    if kind is ModelFaultKind.UNREACHABLE_STEP:
        return f"Ingen svar kan føre til {step_word(Step(int(values[0])))}."
    if kind is ModelFaultKind.LOWERS_STEP and parameter is not None:
        return _lowers(model.parameters[parameter], values)
    return fault_words(found)


def _field(name: str) -> str:
    return _FIELDS.get(name, name)


def _asked(model: AssessmentModel, key: str) -> str:
    return quoted(_parameter_words(model, ParameterKey(key)))


def _lowers(parameter: Parameter, values: Sequence[str]) -> str:
    less, more = (_option_words(parameter, OptionKey(key)) for key in values[:2])
    higher, lower = (step_word(Step(int(step))) for step in values[2:])
    return (
        f"Et større behov kan give et lavere trin: når svaret går fra {quoted(less)} til {quoted(more)}, "
        f"kan det falde fra {higher} til {lower}."
    )


def option_choice(option: Option) -> str:
    """An answer in a list to choose from."""
    return option.label or option.key


def parameter_choice(parameter: Parameter) -> str:
    """A question in a list to choose from."""
    return parameter.label or parameter.key


def needed(count: int, parts: int) -> str:
    """How many of the conditions in a group must hold."""
    if count == parts:
        return "Alle disse skal passe"
    return "Mindst én af disse skal passe" if count == 1 else f"Mindst {count} af disse skal passe"


def gone(key: str) -> str:
    """What a rule names and the model does not have any more."""
    return f"{key} {GONE}"


def _aloud(model: AssessmentModel, said: Condition, depth: int) -> Iterator[str]:
    """A condition line by line, what stands in a group under it."""
    indent = "     " * depth
    if not isinstance(said, Combination):
        yield f"{indent}•  {_test(model, said)}"
        return
    if said.parts:
        yield f"{indent}•  {needed(said.needed, len(said.parts)).lower()}:"
    for part in said.parts:
        yield from _aloud(model, part, depth + 1)


def _test(model: AssessmentModel, test: Test) -> str:
    asked = next((each for each in model.parameters if each.key == test.parameter), None)
    name = _parameter_words(model, test.parameter)
    if isinstance(test, AtLeast):
        return f"{name}: mindst {quoted(_option_words(asked, test.option))}"
    return f"{name}: {' eller '.join(quoted(_option_words(asked, option)) for option in test.options)}"


def _parameter_words(model: AssessmentModel, key: ParameterKey) -> str:
    return next((parameter_choice(each) for each in model.parameters if each.key == key), gone(key))


def _option_words(asked: Parameter | None, key: OptionKey) -> str:
    options = asked.options if asked else ()
    return next((option_choice(each) for each in options if each.key == key), gone(key))


def preview(words: str) -> str:
    """A sentence of the model as it is said about somebody."""
    return filled(words, PREVIEW_NAME)


def argues(option: Option) -> str:
    """The badge of an answer that argues for a step."""
    return "" if option.argues_for is None else f"Taler for {step_word(option.argues_for)}"
