"""The card with the family: its members, the relatives, and siblings who should share a caseworker."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from koordinator.domain.access import Action, may
from koordinator.domain.citizen import Citizen, FamilyRole, LeaveReason, RelationKind
from koordinator.domain.ids import CitizenId, RowId, SubjectId
from koordinator.domain.limits import LINE
from koordinator.texts import subject as texts
from koordinator.ui.ask import Question
from koordinator.ui.ask_value import AskChoice, Asked, AskText
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.tabs.dialogs.choose_employee import share_caseworker
from koordinator.ui.tabs.dialogs.pick_citizen import PickCitizen
from koordinator.ui.tabs.siblings import SiblingsApart, apart_from_citizen, apart_in_family
from koordinator.ui.tabs.tab import SubjectTab, SubjectView
from koordinator.ui.tabs.things_card import ThingsCard
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Panel
from koordinator.ui.widgets.layout import Flow, column
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.citizen_file import CitizenFile, FamilyMembers
from koordinator.usecases.families import NewMember

Start = TypeVar("Start")
Filled = TypeVar("Filled")


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """A member of the family, or a relative outside it. One of the two row keys is there."""

    citizen: Citizen
    what: str
    membership_id: RowId | None = None
    relation_id: RowId | None = None
    role: FamilyRole | None = None
    """The member's place in the family."""


def lines_of(view: SubjectView) -> tuple[RelatedLine, ...]:
    """The other members first, then the relatives who are not members."""
    family = view.citizen.family if view.citizen is not None else view.family.members if view.family else None
    own = view.citizen.citizen.id if view.citizen is not None else CitizenId(0)
    members = family.members if family is not None else ()
    lines = [
        RelatedLine(
            row.citizen,
            texts.FAMILY_ROLES[row.membership.role],
            membership_id=row.membership.id,
            role=row.membership.role,
        )
        for row in members
        if row.citizen.id != own
    ]
    known = {line.citizen.id for line in lines}
    relatives = view.citizen.relatives if view.citizen is not None else ()
    lines += [
        RelatedLine(relative.citizen, texts.RELATIONS[relative.kind], relation_id=relative.relation_id)
        for relative in relatives
        if relative.citizen.id not in known
    ]
    return tuple(lines)


def siblings_apart(view: SubjectView) -> SiblingsApart | None:
    """The siblings who should share a caseworker; None when they do."""
    if view.citizen is not None:
        return apart_from_citizen(view.citizen)
    if view.family is not None:
        return apart_in_family(view.family.siblings_apart, {row.id: row.name for row in view.family.employees.values()})
    return None


class FamilyCard(SubjectTab):
    """A line opens the other citizen; the buttons below make and change the family."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: SubjectView | None = None
        self._card: ThingsCard[RelatedLine] = ThingsCard(
            texts.FAMILY,
            (
                Column(texts.NAME, lambda line: line.citizen.name, 0, Look.STRONG),
                Column(texts.RELATION, lambda line: line.what, 150),
            ),
            lambda line: line.citizen.id,
            lambda line: self.navigate.emit("citizen", line.citizen.id),
            empty=texts.NO_RELATIVES,
        )
        self._may_assess, self._may_edit = may(desk.actor, Action.ASSESS), may(desk.actor, Action.EDIT_FAMILY)
        self._remark = Panel("", Tone.SOON)
        self._share = Button(texts.ONE_FOR_ALL)
        self._share.clicked.connect(self._share_caseworker)
        if self._may_edit:
            self._remark.add_button(self._share)
        self._assess = Button(texts.ASSESS_FAMILY, icon="clipboard-check")
        self._assess.clicked.connect(self._assess_family)
        self._open = Button(texts.OPEN_FAMILY, icon="users")
        self._create = Button(texts.CREATE_FAMILY, icon="users")
        self._rename = Button(texts.RENAME_FAMILY, icon="pencil")
        self._add = Button(texts.ADD_RELATIVE, icon="user-plus")
        self._place = Button(texts.CHANGE_PLACE)
        self._take_out = Button(texts.LEAVE_FAMILY)
        self._open.clicked.connect(self._open_family)
        self._create.clicked.connect(self._create_family)
        self._rename.clicked.connect(self._rename_family)
        self._add.clicked.connect(self._add_somebody)
        self._place.clicked.connect(self._change_place)
        self._take_out.clicked.connect(self._take_somebody_out)
        self._card.list.selected.connect(self._offer_about)
        self._card.body.addWidget(self._remark)
        self._card.body.addLayout(self._buttons())
        outer = column(self._card)
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)

    def _buttons(self) -> Flow:
        """They go on in the next line where the card is narrow."""
        line = Flow(gap=8)
        for button in (self._assess, self._open, self._create, self._add, self._place, self._take_out, self._rename):
            line.addWidget(button)
        return line

    @override
    def show_subject(self, view: SubjectView) -> None:
        self._view = view
        is_family = view.family is not None
        lines = lines_of(view)
        self._card.set_title(texts.MEMBERS if is_family else texts.FAMILY)
        self._card.set_empty(texts.NO_MEMBERS if is_family else texts.NO_RELATIVES)
        self._card.show_things(lines)
        apart = siblings_apart(view)
        self._remark.set_text(apart.remark if apart is not None else "")
        self._remark.setVisible(apart is not None)
        self._assess.setVisible(self._may_assess and _family_subject(view) is not None)
        has_family = view.citizen is not None and view.citizen.family is not None
        self._open.setVisible(has_family)
        self._rename.setVisible(is_family and self._may_edit)
        self._create.setVisible(not is_family and not has_family and self._may_edit)
        self._add.setVisible(self._may_edit)
        self._add.setText(texts.ADD_MEMBER if is_family else texts.ADD_RELATIVE)
        self._place.setVisible(self._may_edit and any(line.membership_id is not None for line in lines))
        self._take_out.setVisible(self._may_edit and bool(lines))
        self._offer_about(self._card.list.current_row())

    def _offer_about(self, line: RelatedLine | None) -> None:
        """What can be done about the line; the words say what goes: a place in the family, or a relation."""
        self._place.setEnabled(line is not None and line.membership_id is not None)
        is_relation = line is not None and line.relation_id is not None
        self._take_out.setText(texts.REMOVE_RELATION if is_relation else texts.LEAVE_FAMILY)
        self._take_out.setEnabled(line is not None)

    def _share_caseworker(self) -> None:
        apart = siblings_apart(self._view) if self._view is not None else None
        if apart is not None:
            share_caseworker(self._desk, self, apart, self.changed.emit)

    def _assess_family(self) -> None:
        subject_id = _family_subject(self._view) if self._view is not None else None
        if subject_id is not None:
            self.navigate.emit("assessment", subject_id)

    def _open_family(self) -> None:
        family = self._view.citizen.family if self._view is not None and self._view.citizen is not None else None
        if family is not None:
            self.navigate.emit("family", family.family.id)

    def _create_family(self) -> None:
        if self._view is None or self._view.citizen is None:
            return
        file = self._view.citizen
        surname = file.citizen.name.split()[-1] if file.citizen.name.split() else ""
        asked = Asked(texts.CREATE_FAMILY, texts.FAMILY_NAME, save=texts.CREATE_FAMILY)
        families, actor = self._desk.services.families, self._desk.actor
        members = (NewMember(file.citizen.id, FamilyRole.ADULT), *_relatives_as_members(file))
        self._fill_in(
            texts.FAMILY_OF.format(surname=surname),
            lambda name: AskText.line(self, asked, name, limit=LINE),
            lambda name: families.create(actor, name, members),
        )

    def _rename_family(self) -> None:
        family = self._view.family.members.family if self._view is not None and self._view.family is not None else None
        if family is not None:
            families, actor = self._desk.services.families, self._desk.actor
            asked = Asked(texts.RENAME_FAMILY, texts.FAMILY_NAME)
            self._fill_in(
                family.name,
                lambda name: AskText.line(self, asked, name, limit=LINE),
                lambda name: families.rename(actor, replace(family, name=name)),
            )

    def _add_somebody(self) -> None:
        if self._view is None:
            return
        if self._view.family is not None:
            self._add_member(self._view.family.members)
        elif self._view.citizen is not None:
            self._add_relative(self._view.citizen)

    def _add_member(self, family: FamilyMembers) -> None:
        besides = [member.citizen for member in family.members]
        families, actor, family_id = self._desk.services.families, self._desk.actor, family.family.id
        key = PickCitizen.ask(self, self._desk, texts.WHO_IS_MEMBER, besides)
        asked = Asked(texts.WHO_IS_MEMBER, texts.PLACE_IN_FAMILY, save=texts.ADD)
        if key is not None:
            self._fill_in(
                None,
                lambda role: self._choose_role(asked, role),
                lambda role: families.take_in(actor, family_id, NewMember(key, role)),
            )

    def _choose_role(self, asked: Asked, role: FamilyRole | None) -> FamilyRole | None:
        chosen = AskChoice.one_of(self, asked, tuple(texts.FAMILY_ROLES.items()), role)
        return chosen if isinstance(chosen, FamilyRole) else None

    def _change_place(self) -> None:
        """A child grows up, or was put down in the wrong place."""
        line = self._card.list.current_row()
        if line is not None and line.membership_id is not None:
            families, actor, membership_id = self._desk.services.families, self._desk.actor, line.membership_id
            asked = Asked(texts.CHANGE_PLACE_OF.format(name=line.citizen.name), texts.PLACE_IN_FAMILY)
            self._fill_in(
                line.role,
                lambda role: self._choose_role(asked, role),
                lambda role: families.change_role(actor, membership_id, role),
            )

    def _add_relative(self, file: CitizenFile) -> None:
        register, actor, citizen_id = self._desk.services.register, self._desk.actor, file.citizen.id
        key = PickCitizen.ask(self, self._desk, texts.WHO_IS_RELATED, [file.citizen])
        asked = Asked(texts.ADD_RELATIVE, texts.RELATION, save=texts.ADD)

        def choose(kind: RelationKind | None) -> RelationKind | None:
            chosen = AskChoice.one_of(self, asked, tuple(texts.RELATIONS.items()), kind)
            return chosen if isinstance(chosen, RelationKind) else None

        if key is not None:
            self._fill_in(None, choose, lambda kind: register.relate(actor, citizen_id, key, kind))

    def _take_somebody_out(self) -> None:
        line = self._card.list.current_row()
        if line is None:
            return
        if line.relation_id is not None:
            self._unrelate(line.citizen.name, line.relation_id)
        elif line.membership_id is not None:
            self._leave(line.citizen.name, line.membership_id)

    def _unrelate(self, name: str, relation_id: RowId) -> None:
        heading = texts.UNRELATE_HEADING.format(name=name)
        if Question.confirm(self, heading, texts.UNRELATE_TEXT, texts.REMOVE_RELATION, dangerous=True):
            register, actor = self._desk.services.register, self._desk.actor
            self._desk.tasks.write(
                self, lambda: register.unrelate(actor, relation_id), lambda _gone: self.changed.emit()
            )

    def _leave(self, name: str, membership_id: RowId) -> None:
        asked = Asked(texts.LEAVE_HEADING.format(name=name), texts.LEAVE_WHY, texts.LEAVE_TEXT, texts.LEAVE_FAMILY)
        families, actor = self._desk.services.families, self._desk.actor

        def choose(because: LeaveReason | None) -> LeaveReason | None:
            chosen = AskChoice.one_of(self, asked, tuple(texts.LEAVE_REASONS.items()), because)
            return chosen if isinstance(chosen, LeaveReason) else None

        self._fill_in(None, choose, lambda because: families.leave(actor, membership_id, because))

    def _fill_in(
        self, start: Start, ask: Callable[[Start | Filled], Filled | None], save: Callable[[Filled], object]
    ) -> None:
        ask_until_saved(self._desk.tasks, self, start, ask, save, lambda _saved: self.changed.emit())


def _family_subject(view: SubjectView) -> SubjectId | None:
    """The family that can be assessed as one, from its own page or from a member's."""
    if view.family is not None:
        return view.family.members.family.subject_id
    in_family = view.citizen.family if view.citizen is not None else None
    return in_family.family.subject_id if in_family is not None else None


def _relatives_as_members(file: CitizenFile) -> tuple[NewMember, ...]:
    """Partner and children, foster children too, come into a new family; the others are asked in one by one."""
    roles = {
        RelationKind.CHILD: FamilyRole.CHILD,
        RelationKind.FOSTER_CHILD: FamilyRole.CHILD,
        RelationKind.PARTNER: FamilyRole.ADULT,
    }
    return tuple(
        NewMember(relative.citizen.id, roles[relative.kind]) for relative in file.relatives if relative.kind in roles
    )
