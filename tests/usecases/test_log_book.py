"""The log as the auditor sees it: what is wanted, page by page, and no longer than it may be kept."""

from datetime import UTC, date, datetime

import pytest

from koordinator.bootstrap.retention_periods import standard_periods
from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.audit import LogHead
from koordinator.domain.audit_check import HeadSource, KnownHead, NothingToThinOut
from koordinator.domain.citizen import Citizen, Subject, SubjectKind
from koordinator.domain.codes import Role
from koordinator.domain.errors import NotAllowed
from koordinator.domain.ids import CitizenId, EmployeeId, SubjectId
from koordinator.domain.log_filter import ActionGroup, LogFilter
from koordinator.storage import audit_verify
from koordinator.storage.audit_key import audit_key
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.families import Families
from koordinator.usecases.log_book import PAGE_LINES, LogBook, LogPage
from koordinator.usecases.search import Searching
from tests.support import damage
from tests.support.histories import Histories
from tests.support.long_log import lengthen
from tests.support.office import KEY, Bench

EVERYTHING = LogFilter()


@pytest.fixture
def book(bench: Bench) -> LogBook:
    return LogBook(bench.office, standard_periods)


def actions(page: LogPage) -> list[Action]:
    return [line.entry.action for line in page.lines]


def sequences(page: LogPage) -> list[int]:
    return [line.entry.sequence for line in page.lines]


def test_a_page_says_who_did_what_with_whom_and_what_was_searched_for(bench: Bench, book: LogBook) -> None:
    lone = bench.add_citizen()
    Citizens(bench.office).open(bench.actor, lone.id)
    Searching(bench.office).settle(bench.actor, "Bæk")

    page = book.page(bench.actor, EVERYTHING)

    searched, opened, founded = page.lines
    assert not page.has_more
    assert (searched.entry.action, searched.term) == (Action.SEARCH, "Bæk")
    assert (opened.entry.action, opened.about, opened.term) == (Action.OPEN_CITIZEN, "Lone Bæk", "")
    assert opened.who == dict(book.outline(bench.actor).employees)[bench.actor.employee_id]
    assert (founded.entry.action, founded.who, founded.about) == (Action.CREATE_DATABASE, "", "")


def test_a_look_at_the_log_is_logged_with_those_it_showed(bench: Bench, book: LogBook) -> None:
    lone = bench.add_citizen()
    Citizens(bench.office).open(bench.actor, lone.id)

    book.page(bench.actor, LogFilter(group=ActionGroup.LOOK, channel=Channel.WINDOW))

    entry = bench.log()[-1]
    assert (entry.action, entry.codes) == (Action.OPEN_LOG, f"group=look channel=window subjects={lone.subject_id}")


def test_pages_follow_one_another_to_the_first_entry(bench: Bench, book: LogBook) -> None:
    lengthen(bench, 2 * PAGE_LINES)
    seen: list[int] = []
    page = book.page(bench.actor, EVERYTHING)
    while True:
        seen += sequences(page)
        if not page.has_more:
            break
        page = book.page(bench.actor, EVERYTHING, before=seen[-1])

    assert seen == list(range(2 * PAGE_LINES + 1, 0, -1))


def test_what_is_wanted_is_found_among_the_rest(bench: Bench, book: LogBook) -> None:
    lone, ole = bench.add_citizen(), bench.add_citizen("Ole Bæk", "0504901233")
    citizens = Citizens(bench.office)
    for citizen in (lone, ole):
        citizens.open(bench.actor, citizen.id)
    first = bench.clock.today()
    bench.clock.pass_days(3)
    citizens.open(bench.actor, lone.id)
    later = bench.clock.today()
    with bench.office.act(bench.actor, Action.OPEN_SUPERVISION_ROWS) as tx:
        tx.about("supervision", 0, codes=f"x subjects=4711 {ole.subject_id}")

    def found(wanted: LogFilter, citizen: str = "") -> list[Action]:
        return actions(book.page(bench.actor, wanted, citizen))

    assert found(LogFilter(first_on=later, group=ActionGroup.LOOK)) == [
        Action.OPEN_SUPERVISION_ROWS,
        Action.OPEN_CITIZEN,
    ]
    assert found(LogFilter(last_on=first)) == [Action.OPEN_CITIZEN, Action.OPEN_CITIZEN, Action.CREATE_DATABASE]
    assert found(LogFilter(first_on=date(2030, 1, 1))) == []
    assert found(LogFilter(last_on=date(2020, 1, 1))) == []
    look = LogFilter(group=ActionGroup.LOOK)
    assert found(look, "lone") == [Action.OPEN_CITIZEN, Action.OPEN_CITIZEN]
    assert found(look, "050490-1233") == [Action.OPEN_SUPERVISION_ROWS, Action.OPEN_CITIZEN]
    assert found(look, "nobody") == []
    assert found(LogFilter(employee_id=EmployeeId(99))) == []
    assert found(LogFilter(channel=Channel.SYSTEM)) == [Action.CREATE_DATABASE]


def test_what_was_about_a_family_is_found_by_its_name(bench: Bench, book: LogBook) -> None:
    lone = bench.add_citizen()
    family = Histories(bench).family("Familien Bæk", lone)
    Families(bench.office).open(bench.actor, family.id)
    Citizens(bench.office).open(bench.actor, lone.id)

    def found(citizen: str) -> list[str]:
        return [line.about for line in book.page(bench.actor, LogFilter(group=ActionGroup.LOOK), citizen).lines]

    assert found("familien bæk") == ["Familien Bæk"]
    assert found("bæk") == ["Lone Bæk", "Familien Bæk"]
    assert found(lone.cpr) == ["Lone Bæk"]


def test_however_many_have_the_name_none_of_them_is_left_out(bench: Bench, book: LogBook) -> None:
    with bench.office.aside() as tx:
        for number in range(250):
            subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.CITIZEN))
            tx.of(Citizen).add(Citizen(CitizenId(0), f"{number}", subject.id, "", f"Ole Bæk {number}"))
    lengthen(bench, 250, citizens=250)
    looks = LogFilter(group=ActionGroup.LOOK)

    with_all, everything = (book.export(bench.actor, looks, name).lines for name in ("ole bæk", ""))

    assert [line.entry for line in with_all] == [line.entry for line in everything if line.about]


def test_a_part_for_a_file_is_all_of_it_and_is_logged(bench: Bench, book: LogBook) -> None:
    lengthen(bench, 2_500)
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    lines = book.export(bench.actor, EVERYTHING, progress=tell).lines

    assert [line.entry.sequence for line in lines] == list(range(2_501, 0, -1))
    assert told == [(1_999, 2_501), (2_500, 2_501)]
    entry = bench.log()[-1]
    assert entry.action is Action.EXPORT_LOG
    assert entry.codes == f"lines=2501 subjects={' '.join(map(str, range(1, 501)))}"
    assert len(book.export(bench.actor, EVERYTHING, progress=lambda _done, _total: False).lines) == 2_000


def test_only_the_auditor_sees_it(bench: Bench, book: LogBook) -> None:
    others = Actor(bench.actor.employee_id, frozenset(set(Role) - {Role.AUDITOR}), Channel.WINDOW)
    before = len(bench.log())

    for look in (book.outline, book.thin_out, lambda who: book.page(who, EVERYTHING)):
        with pytest.raises(NotAllowed):
            look(others)
    with pytest.raises(NotAllowed):
        book.export(others, EVERYTHING)
    assert all(entry.action is not Action.OPEN_LOG for entry in bench.log()[before:])
    assert book.page(Actor(EmployeeId(5), frozenset({Role.AUDITOR}), Channel.WINDOW), EVERYTHING).lines


def test_what_is_too_old_is_taken_out_from_the_front_and_the_check_still_holds(bench: Bench, book: LogBook) -> None:
    Searching(bench.office).settle(bench.actor, "gammelt")
    lengthen(bench, 20)
    old = bench.log()
    book.page(bench.actor, EVERYTHING)
    assert book.outline(bench.actor).age.until is None
    with pytest.raises(NothingToThinOut):
        book.thin_out(bench.actor)
    months = book.outline(bench.actor).age.period.months
    assert months is not None

    bench.clock.pass_days(months * 31 + 5)
    Searching(bench.office).settle(bench.actor, "nyt")
    age = book.outline(bench.actor).age
    removed = book.thin_out(bench.actor)

    assert removed == age.until == 23
    with bench.database.read() as connection:
        heads = [KnownHead(LogHead(each.sequence, each.seal), HeadSource.BACKUP) for each in old]
        check = audit_verify.check(connection, audit_key(bench.database), heads)
    assert (check.first, check.faults) == (24, ())
    assert [line.term for line in book.page(bench.actor, EVERYTHING).lines if line.term] == ["nyt"]
    pruned = next(entry for entry in bench.log() if entry.action is Action.PRUNE_LOG)
    assert (pruned.kind, pruned.thing_id) == ("audit_entry", 23)


def test_what_is_new_is_kept_though_the_clock_was_wrong_for_a_while_after_it(bench: Bench, book: LogBook) -> None:
    lengthen(bench, 10)
    right, bench.clock.moment = bench.clock.moment, datetime(2000, 1, 1, tzinfo=UTC)
    lengthen(bench, 20)
    bench.clock.moment = right
    lengthen(bench, 2)

    with pytest.raises(NothingToThinOut):
        book.thin_out(bench.actor)


def test_thinning_remembers_the_return_that_it_takes_out(bench: Bench, book: LogBook) -> None:
    with bench.office.act(bench.actor, Action.RESTORE_BACKUP) as tx:
        tx.about("database", 4)
    months = book.outline(bench.actor).age.period.months
    assert months is not None
    bench.clock.pass_days(months * 31 + 5)
    lengthen(bench, 5)
    book.thin_out(bench.actor)

    with bench.database.read() as connection:
        noted = KnownHead(LogHead(4, "1" * 64, after_return=3), HeadSource.BACKUP)
        check = audit_verify.check(connection, audit_key(bench.database), [noted])

    assert (check.first, check.faults, check.head.after_return) == (3, (), 4)


def test_a_cut_that_no_entry_vouches_for_is_found(bench: Bench, book: LogBook) -> None:
    lengthen(bench, 20)
    months = book.outline(bench.actor).age.period.months
    assert months is not None
    bench.clock.pass_days(months * 31 + 5)
    lengthen(bench, 20)
    book.thin_out(bench.actor)
    damage.run_behind_its_back(bench.database.path, KEY, "DELETE FROM audit_entry WHERE sequence < 30")

    with bench.database.read() as connection:
        (fault,) = audit_verify.check(connection, audit_key(bench.database)).faults

    assert (fault.first, fault.last) == (1, 29)


def test_words_that_were_searched_for_long_ago_go_by_themselves_with_an_entry(bench: Bench, book: LogBook) -> None:
    Searching(bench.office).settle(bench.actor, "gammelt")
    assert book.forget_old_terms() == 0

    bench.clock.pass_days(10 * 366)
    Searching(bench.office).settle(bench.actor, "nyt")

    assert book.forget_old_terms() == 1
    assert book.forget_old_terms() == 0
    entry = bench.log()[-1]
    assert (entry.action, entry.channel, entry.codes) == (Action.FORGET_SEARCH_TERMS, Channel.SYSTEM, "count=1")
    assert [line.term for line in book.page(bench.actor, EVERYTHING).lines if line.term] == ["nyt"]
    searches = [entry for entry in bench.log() if entry.action is Action.SEARCH]
    assert len(searches) == 2
