"""Every command there is."""

from typing import Final

from koordinator.cli.access import ACCESS
from koordinator.cli.assess import ASSESS
from koordinator.cli.backup import BACKUP
from koordinator.cli.break_glass import BREAK_GLASS
from koordinator.cli.case_folder import CASE_FOLDER
from koordinator.cli.check_paper import CHECK_PAPER
from koordinator.cli.citizens import CITIZENS
from koordinator.cli.command import AnyCommand
from koordinator.cli.demo import DEMO
from koordinator.cli.guide import GUIDE
from koordinator.cli.hand_out import HAND_OUT
from koordinator.cli.import_list import IMPORT
from koordinator.cli.keys import KEYS
from koordinator.cli.letters import LETTERS
from koordinator.cli.log import LOG
from koordinator.cli.meetings import MEETING, MEETINGS
from koordinator.cli.model import MODEL
from koordinator.cli.network import NETWORK
from koordinator.cli.papers import PAPERS
from koordinator.cli.plan import PLAN
from koordinator.cli.practice import PRACTICE
from koordinator.cli.rescue import RESCUE
from koordinator.cli.restore import RESTORE
from koordinator.cli.retention import RETENTION
from koordinator.cli.self_test import SELF_TEST
from koordinator.cli.spot_checks import SPOT_CHECKS
from koordinator.cli.supervision import SUPERVISION
from koordinator.cli.verify import VERIFY
from koordinator.cli.wheel import WHEEL

COMMANDS: Final[tuple[AnyCommand, ...]] = (
    IMPORT,
    CITIZENS,
    GUIDE,
    ASSESS,
    MODEL,
    LETTERS,
    MEETINGS,
    MEETING,
    PLAN,
    PAPERS,
    CHECK_PAPER,
    HAND_OUT,
    CASE_FOLDER,
    NETWORK,
    ACCESS,
    BREAK_GLASS,
    SUPERVISION,
    WHEEL,
    RETENTION,
    LOG,
    SPOT_CHECKS,
    KEYS,
    VERIFY,
    BACKUP,
    RESTORE,
    RESCUE,
    SELF_TEST,
    DEMO,
    PRACTICE,
)
