"""Where a subject's papers are filed in the case system."""

from sqlalchemy import UniqueConstraint

from koordinator.domain.case_filing import Sensitivity
from koordinator.storage.columns import optional_code, refers, table, text, version

CASE_FILING = table(
    "case_filing",
    refers("subject_id", "subject"),
    text("case_number"),
    text("kle_subject"),
    optional_code("sensitivity", Sensitivity),
    version(),
    UniqueConstraint("subject_id"),
)
