"""The glossary: Danish words for kinds of things and for fields, as they stand in messages."""

from typing import Final

_KINDS: Final[dict[str, tuple[str, str]]] = {
    "citizen": ("borger", "borgeren"),
    "family": ("familie", "familien"),
    "family_membership": ("familiemedlem", "familiemedlemmet"),
    "subject": ("borger eller familie", "borgeren eller familien"),
    "department": ("fagenhed", "fagenheden"),
    "team": ("team", "teamet"),
    "theme": ("emne", "emnet"),
    "employee": ("medarbejder", "medarbejderen"),
    "case_file": ("sag", "sagen"),
    "effort": ("indsats", "indsatsen"),
    "other_plan": ("plan", "planen"),
    "contact_person": ("kontaktperson", "kontaktpersonen"),
    "consent": ("samtykke", "samtykket"),
    "course": ("forløb", "forløbet"),
    "assessment": ("vurdering", "vurderingen"),
    "assessment_model": ("vurderingsmodel", "vurderingsmodellen"),
    "model_draft": ("udkast til vurderingsmodel", "udkastet til vurderingsmodellen"),
    "meeting": ("møde", "mødet"),
    "participant": ("deltager", "deltageren"),
    "agenda_item": ("punkt på dagsordenen", "punktet på dagsordenen"),
    "meeting_note": ("note", "noten"),
    "minutes": ("referat", "referatet"),
    "minutes_version": ("version af referatet", "versionen af referatet"),
    "preparation": ("forberedelse", "forberedelsen"),
    "joint_plan": ("fælles plan", "den fælles plan"),
    "plan_type": ("plantype", "plantypen"),
    "plan_version": ("version af planen", "versionen af planen"),
    "goal": ("mål", "målet"),
    "subgoal": ("delmål", "delmålet"),
    "goal_score": ("score", "scoren"),
    "agreement": ("aftale", "aftalen"),
    "pending_decision": ("punkt, der skal afgøres", "punktet, der skal afgøres"),
    "takeover": ("overtagelse", "overtagelsen"),
    "handover": ("overdragelse", "overdragelsen"),
    "paper": ("dokument", "dokumentet"),
    "setting": ("indstilling", "indstillingen"),
}

_FIELDS: Final[dict[str, str]] = {
    "name": "Navn",
    "title": "Titel",
    "address": "Adresse",
    "postal_code": "Postnummer",
    "city": "By",
    "phone": "Telefon",
    "phone_hours": "Telefontid",
    "email": "E-mail",
    "cpr": "CPR-nummer",
    "language": "Sprog",
    "number": "Sagsnummer",
    "legal_basis": "Lovgrundlag",
    "note": "Bemærkning",
    "purpose": "Formål",
    "provider": "Udfører",
    "amount": "Omfang",
    "paid_by": "Betales af",
    "owner": "Ejer",
    "goal": "Mål",
    "organisation": "Organisation",
    "role": "Rolle",
    "helps_with": "Hjælper med",
    "shared_with": "Deles med",
    "text": "Tekst",
    "not_covered": "Ikke omfattet",
    "basis_reason": "Begrundelse",
    "given_by": "Givet af",
    "reason": "Begrundelse",
    "place": "Sted",
    "what": "Hvad",
    "rhythm": "Hvornår",
    "summary": "Opsummering",
    "own_words": "Egne ord",
    "must_not_be_lost": "Det må ikke gå tabt",
    "strengths": "Styrker",
    "challenges": "Det sværeste lige nu",
    "disagreements": "Det ser vi forskelligt på",
    "citizens_wording": "Målet med borgerens ord",
    "own_part": "Det klarer jeg selv",
    "practising": "Det øver jeg",
    "wait_reason": "Hvorfor venter det",
    "outcome_reason": "Hvorfor overdrages den ikke",
    "told": "Det skal du vide",
    "outcome": "Afgørelse",
    "citizens_word": "Borgerens eget ord",
    "call_afterwards": "Ring til bagefter",
    "recipient": "Modtager",
    "municipality": "Kommune",
    "main_phone": "Hovednummer",
    "return_address": "Afsenderadresse",
    "first_meeting_within_days": "Første møde inden (dage)",
    "take_over_within_days": "Sager overdraget inden (dage)",
    "hand_out_within_working_days": "Planen udleveret inden (arbejdsdage)",
    "meeting_interval_days": "Dage mellem møder",
    "professionals_at_table": "Fagpersoner til et møde",
    "plan_review_interval_days": "Dage mellem opfølgning på planen",
    "reassess_after_days": "Vurdér igen efter (dage)",
    "effort_follow_up_days": "Følg op, før en bevilling løber ud (dage)",
    "gather_window_days": "Saml opfølgninger, der ligger inden for (dage)",
    "handover_checklist": "Tjekliste ved overdragelse",
    "withdrawn_because": "Hvorfor trækkes den tilbage?",
    "idle_lock_minutes": "Lås efter (minutter)",
    "expected_on_step3_from": "Forventet på trin 3, fra",
    "expected_on_step3_to": "Forventet på trin 3, til",
    "wants_to_discuss": "Det vil jeg tale om",
    "wants_present": "Dem vil jeg gerne have med",
    "wants_absent": "Dem vil jeg ikke have med",
    "must_not_be_discussed": "Det skal vi ikke tale om",
    "place_wish": "Her vil jeg gerne mødes",
    "answer_note": "Bemærkning til svaret",
    "written_contribution": "Skriftligt bidrag",
    "without_citizen_reason": "Hvorfor mødet holdes uden borgeren",
    "plan_type": "Plantype",
    "key": "Nøgle",
    "must_hold": "Det skal planen indeholde",
    "source": "Kilde",
    "about": "Hvad handler det om",
    "says": "Hvordan ser du det",
    "own_contribution": "Det gør jeg selv",
    "relatives_contribution": "Det gør mine nærmeste",
}


def kind_name(kind: str) -> str:
    """The thing's Danish name with a capital first letter: "Fælles plan"."""
    return _capital(_KINDS[kind][0]) if kind in _KINDS else "Det"


def the_kind(kind: str) -> str:
    """The thing's Danish name in the definite form with a capital first letter: "Mødet"."""
    return _capital(_KINDS[kind][1]) if kind in _KINDS else "Det, du leder efter,"


def field_name(field: str) -> str:
    """The field's label on the screen."""
    return _FIELDS.get(field, "Feltet")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
