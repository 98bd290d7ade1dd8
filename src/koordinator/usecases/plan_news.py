"""The plan as it stands after a change, with what is new in it since its newest approved version."""

from dataclasses import replace

from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.plan_content import read_plan
from koordinator.domain.plan_difference import difference
from koordinator.domain.snapshot import SnapshotDamaged, SnapshotTooNew
from koordinator.usecases.plan_file import PlanFile, load_plan_file
from koordinator.usecases.plan_snapshot import plan_content
from koordinator.usecases.ports import Transaction


def plan_changed(tx: Transaction, plan: JointPlan, what: str) -> PlanFile:
    """The whole plan after the change, which is what the log says."""
    tx.about("joint_plan", plan.id, plan.subject_id, what)
    return with_news(tx, load_plan_file(tx, plan.subject_id))


def with_news(tx: Transaction, file: PlanFile) -> PlanFile:
    """The file with what is new since the newest version; None there when that cannot be read."""
    newest = file.newest_version
    if newest is None:
        return file
    try:
        return replace(file, news=difference(read_plan(newest), plan_content(tx, file)))
    except (SnapshotDamaged, SnapshotTooNew):
        return replace(file, news=None)
