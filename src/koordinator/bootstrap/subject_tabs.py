"""The tabs of a citizen's and a family's page, in their order. A tab that does not work yet is not here."""

from functools import partial

from koordinator.texts.subject import TAB_TITLES
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.assessment_tab import AssessmentTab
from koordinator.ui.tabs.consent_tab import ConsentTab
from koordinator.ui.tabs.documents_tab import DocumentsTab
from koordinator.ui.tabs.history_tab import HistoryTab
from koordinator.ui.tabs.meetings_tab import MeetingsTab
from koordinator.ui.tabs.network_tab import NetworkTab
from koordinator.ui.tabs.overview_tab import OverviewTab
from koordinator.ui.tabs.plan_tab import PlanTab
from koordinator.ui.tabs.tab import TabEntry


def subject_tabs(desk: Desk) -> tuple[TabEntry, ...]:
    """What can be seen about a subject."""
    return (
        TabEntry("overview", TAB_TITLES["overview"], partial(OverviewTab, desk)),
        TabEntry("assessment", TAB_TITLES["assessment"], partial(AssessmentTab, desk)),
        TabEntry("network", TAB_TITLES["network"], partial(NetworkTab, desk)),
        TabEntry("meetings", TAB_TITLES["meetings"], partial(MeetingsTab, desk)),
        TabEntry("plan", TAB_TITLES["plan"], partial(PlanTab, desk)),
        TabEntry("documents", TAB_TITLES["documents"], partial(DocumentsTab, desk)),
        TabEntry("consent", TAB_TITLES["consent"], partial(ConsentTab, desk)),
        TabEntry("history", TAB_TITLES["history"], partial(HistoryTab, desk)),
    )
