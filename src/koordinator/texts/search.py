"""The second line of a hit under the search field."""

from koordinator.domain.search import HitKind, SearchHit
from koordinator.texts.formats import date_short


def hit_detail(hit: SearchHit) -> str:
    """CPR 120378-••••; Sag i Familie · Lone Bæk; Aftale · Lone Bæk · senest 04.12.2026"""
    if hit.kind is HitKind.CITIZEN:
        return f"CPR {hit.cpr_masked}" if hit.cpr_masked else "Borger"
    if hit.kind is HitKind.FAMILY:
        return "Familie"
    if hit.kind is HitKind.CASE_FILE:
        return f"Sag i {hit.department} · {hit.whose}"
    due = f" · senest {date_short(hit.due_on)}" if hit.due_on is not None else ""
    return f"Aftale · {hit.whose}{due}"
