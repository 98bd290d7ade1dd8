"""What is offered where the window cannot be opened: another database in the place of the one that cannot be used."""

from koordinator.bootstrap import heavy
from koordinator.bootstrap.places import named_database
from koordinator.bootstrap.rescue_window import rescue_chosen
from koordinator.bootstrap.restore_window import restore_chosen
from koordinator.bootstrap.start import StartOptions
from koordinator.domain.database_file import DatabaseDamaged
from koordinator.domain.errors import DomainError
from koordinator.ui.opening.rescue import WayOut, WaysOutDialog
from koordinator.ui.tasks import Tasks
from koordinator.usecases.ports import Clock


def offer_way_out(refused: DomainError, options: StartOptions, clock: Clock, tasks: Tasks) -> bool:
    """Whether another database stands in the place now, to be opened. Asks until then, or until the person gives up.

    `refused` is why nothing could be opened. What goes wrong on one way out is told, and the other is still there.
    """
    path, key_file = named_database(options.database), options.key_file
    remark, is_damaged = heavy.explain(refused), isinstance(refused, DatabaseDamaged)
    while (way := WaysOutDialog.ask(remark, is_damaged=is_damaged)) is not None:
        try:
            if way is WayOut.RESTORE and restore_chosen(path, key_file, clock):
                return True
            if way is WayOut.RESCUE and rescue_chosen(path, key_file, tasks):
                return True
        except DomainError as fault:
            remark = heavy.explain(fault)
    return False
