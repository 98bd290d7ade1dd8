"""The municipality's pace, as the guide needs it."""

from koordinator.domain.guide_facts import Routine
from koordinator.domain.holidays import agreed_days, closed_on
from koordinator.domain.misfit import MisfitLimits
from koordinator.domain.setting import SettingKey
from koordinator.usecases.ports_first import FirstLook
from koordinator.usecases.settings import current_values


def current_routine(tx: FirstLook) -> Routine:
    """The intervals and days off as of today."""
    values = current_values(tx)
    return Routine(
        first_meeting_within_days=int(values[SettingKey.FIRST_MEETING_WITHIN_DAYS]),
        hand_out_within_working_days=int(values[SettingKey.HAND_OUT_WITHIN_WORKING_DAYS]),
        meeting_interval_days=int(values[SettingKey.MEETING_INTERVAL_DAYS]),
        plan_review_interval_days=int(values[SettingKey.PLAN_REVIEW_INTERVAL_DAYS]),
        reassess_after_days=int(values[SettingKey.REASSESS_AFTER_DAYS]),
        is_holiday=closed_on(agreed_days(values[SettingKey.AGREED_DAYS_OFF])),
        misfit=MisfitLimits(
            contacts=int(values[SettingKey.MISFIT_CONTACTS]),
            cancelled=int(values[SettingKey.MISFIT_CANCELLED_MEETINGS]),
            overdue=int(values[SettingKey.MISFIT_OVERDUE_AGREEMENTS]),
            overdue_percent=int(values[SettingKey.MISFIT_OVERDUE_PERCENT]),
            moves=int(values[SettingKey.MISFIT_MOVES]),
            moves_within_days=int(values[SettingKey.MISFIT_MOVES_WITHIN_DAYS]),
        ),
    )
