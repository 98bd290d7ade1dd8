"""A bench's office with every use case over it, as the window and the command line get it."""

from koordinator.bootstrap.container import connect
from koordinator.domain.access import Channel
from koordinator.ui.desk import Desk
from koordinator.ui.tasks import Tasks
from koordinator.usecases.services import Services
from koordinator.usecases.unlock import Opened
from tests.support.office import KEY, Bench


def services_at(bench: Bench, channel: Channel = Channel.WINDOW) -> Services:
    opened = Opened(bench.database.path, bench.database, KEY)
    return connect(opened, channel, clock=bench.clock, committed=bench.changes.append)


def desk_at(bench: Bench, tasks: Tasks) -> Desk:
    return Desk(services_at(bench), bench.actor, tasks)
