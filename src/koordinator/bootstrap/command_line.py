"""The command line from end to end: open the database, run the command, say what went wrong, close."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from koordinator.bootstrap import heavy
from koordinator.bootstrap.container import connect
from koordinator.bootstrap.crash import write_report
from koordinator.bootstrap.key_source import key_source
from koordinator.bootstrap.keys import close, make_keys
from koordinator.bootstrap.places import named_database
from koordinator.bootstrap.resources import resources_dir
from koordinator.bootstrap.start import StartOptions, start_options
from koordinator.cli.command import REFUSED, Bare, ProgramCommand, Session
from koordinator.cli.commands import COMMANDS
from koordinator.cli.parser import parse, write_error
from koordinator.domain.access import Channel
from koordinator.domain.database_file import DatabaseMissing
from koordinator.domain.errors import DomainError
from koordinator.integrations.clock import SystemClock
from koordinator.integrations.letter_files import LetterFilesOnDisk, standard_letters
from koordinator.integrations.model_files import ModelFilesOnDisk
from koordinator.texts.command_line import STOPPED, UNEXPECTED
from koordinator.texts.errors import sentence_at_terminal


def run_command(arguments: Sequence[str]) -> int:
    """Runs one command and gives its exit code: 0 fine, 1 refused with a sentence, 2 wrong usage."""
    try:
        command, parsed = parse(COMMANDS, arguments)
        if isinstance(command, ProgramCommand):
            return heavy.run_program(command.name, parsed)
        bare = Bare(ModelFilesOnDisk(), LetterFilesOnDisk(), lambda: standard_letters(resources_dir()))
        done = command.run_bare(parsed, bare)
        if done is not None:
            return done
        with _session(start_options(parsed), makes_database=command.makes_database) as session:
            return command.run(parsed, session)
    except DomainError as error:
        write_error(sentence_at_terminal(error))
    except KeyboardInterrupt:
        write_error(STOPPED)
    except Exception as error:  # noqa: BLE001 - the last stop: everything that is our own fault ends here
        write_error(UNEXPECTED.format(path=write_report(error, SystemClock().now())))
    return REFUSED


@contextmanager
def _session(options: StartOptions, *, makes_database: bool) -> Iterator[Session]:
    keys, path = make_keys(), named_database(options.database)
    if not makes_database and not keys.files.look(path):
        raise DatabaseMissing(str(path))
    opened = keys.open_database(path, key_source(keys, path, options))
    try:
        services = connect(opened, Channel.COMMAND_LINE)
        services.founding.ensure()
        if heavy.is_unfinished(opened.handle):
            services.deletions.finish()
        actor = services.who_acts.named(options.acting_as) if options.acting_as else services.who_acts.owner()
        services.tries.tell(actor)
        yield Session(services, actor)
    finally:
        close(opened)
