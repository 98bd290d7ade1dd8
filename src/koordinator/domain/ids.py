"""The keys of rows: whole numbers given by the database, told apart by type.

A thing that is not stored yet has the key 0. Outside the database only the random `uid` is used.
"""

from typing import NewType

DepartmentId = NewType("DepartmentId", int)
TeamId = NewType("TeamId", int)
EmployeeId = NewType("EmployeeId", int)
SubjectId = NewType("SubjectId", int)
CitizenId = NewType("CitizenId", int)
FamilyId = NewType("FamilyId", int)
CaseFileId = NewType("CaseFileId", int)
EffortId = NewType("EffortId", int)
OtherPlanId = NewType("OtherPlanId", int)
ContactPersonId = NewType("ContactPersonId", int)
ContactNoteId = NewType("ContactNoteId", int)
ConsentId = NewType("ConsentId", int)
CourseId = NewType("CourseId", int)
AssessmentId = NewType("AssessmentId", int)
AssessmentModelId = NewType("AssessmentModelId", int)
ModelDraftId = NewType("ModelDraftId", int)
MeetingId = NewType("MeetingId", int)
AgendaItemId = NewType("AgendaItemId", int)
ParticipantId = NewType("ParticipantId", int)
NoteId = NewType("NoteId", int)
MinutesVersionId = NewType("MinutesVersionId", int)
JointPlanId = NewType("JointPlanId", int)
PlanVersionId = NewType("PlanVersionId", int)
PlanTypeId = NewType("PlanTypeId", int)
GoalId = NewType("GoalId", int)
AgreementId = NewType("AgreementId", int)
PendingDecisionId = NewType("PendingDecisionId", int)
ThemeId = NewType("ThemeId", int)
PaperId = NewType("PaperId", int)
TakeoverId = NewType("TakeoverId", int)
HandoverId = NewType("HandoverId", int)
LogoId = NewType("LogoId", int)
RowId = NewType("RowId", int)
"""Key of a row that nothing else refers to by type (a period, a relation, a score)."""
