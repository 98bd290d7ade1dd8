"""The table role x action x thing: who may do what with whom. Every cell of it is tested.

To add an action: a member of `access.Action`, a line here, the same said in `tests/domain/test_access.py`, a sentence
in `texts/audit.py` and one for the citizen in `texts/log_letter.py`. The use case then needs nothing more than to say
whom it is about with `tx.about(kind, id, subject_id)` - for each citizen or family, where it is about several: the
office looks at the table before the use case begins and at the relation before anything is stored or returned.

The second column says whom an action concerns:
one     a citizen or a family, which the use case must name
many    a list: it may name nobody, and shows those only that `tx.seen_by(actor, action)` lets through
nobody  no citizen: numbers, the set-up, the log

A cell says on which relations to the citizen or family the role allows the action; one of them is enough:
o  own        coordinating or fast sagsbehandler, caseworker of an open case, or in a handover of it
s  shared     contact person, called to a meeting, or with something to do of the course that is open
t  team       a colleague in the same trin 3 team coordinates it on trin 3
c  colleague  a colleague in the same team has it: for taking over at absence, not for reading
u  untaken    nobody has had it yet
g  granted    opened for a stated reason, for a short time (`access_grant`): to see and to stand in; who takes something
             on there can stay, and that is told (`GrantKind.JOINED`)
*  whoever, or nobody in particular
-  never
"""

from typing import Final

TABLE: Final = """
action                concerns caseworker coordinator team_member supervisor administrator auditor
create_database       nobody   -          -           -           -          *             -
sign_in               nobody   *          *           *           *          *             *
wrong_try             nobody   *          *           *           *          *             *
import_citizen        one      -          *           ostg        -          -             -
take_from_list        one      -          *           ostg        -          -             -
import_list           nobody   -          *           -           -          -             -
search                many     osg        osug        ostg        -          -             -
list_citizens         many     osg        osug        ostg        -          -             -
open_overview         many     osg        osug        ostg        -          -             -
open_citizen          one      osg        osug        ostg        -          -             -
open_history          one      osg        osug        ostg        -          -             -
show_cpr              one      og         oug         otg         -          -             -
prepare_access        one      -          ou          o           -          -             -
decide_access         one      -          ou          o           -          -             -
give_access           one      -          ou          o           -          -             -
edit_citizen          one      -          ou          ot          -          -             -
edit_register         one      o          ou          ot          -          -             -
edit_family           one      -          osu         ost         -          -             -
take_question         one      -          ou          ot          -          -             -
write_contact_note    one      osg        osug        ostg        -          -             -
edit_consent          one      -          ou          ot          -          -             -
list_assessments      one      osg        osug        ostg        -          -             -
assess                one      -          ou          o           -          -             -
lock_assessment       one      -          ou          o           -          -             -
move_step             one      -          ou          o           -          -             -
look_at_misfit        one      -          ou          ot          -          -             -
edit_takeover         one      -          ou          ot          -          -             -
open_handovers        many     osg        oscug       ostcg       -          -             -
open_handover         one      osg        osug        ostg        -          -             -
hand_over             one      -          ocu         ot          -          -             -
choose_coordinator    one      -          ocu         ot          -          -             -
end_course            one      -          ou          o           -          -             -
list_meetings         many     osg        osug        ostg        -          -             -
open_meeting          one      osg        osug        ostg        -          -             -
plan_meeting          one      -          osu         ost         -          -             -
invite                one      -          ou          ot          -          -             -
answer_invitation     one      -          oug         otg         -          -             -
move_meeting          one      -          oug         otg         -          -             -
cancel_meeting        one      -          oug         otg         -          -             -
run_meeting           one      -          osug        ostg        -          -             -
close_meeting         one      -          osug        ostg        -          -             -
correct_minutes       one      -          ou          ot          -          -             -
open_plan             many     osg        osug        ostg        -          -             -
edit_plan             one      -          osug        ostg        -          -             -
approve_plan          one      -          ou          o           -          -             -
preview_paper         one      -          oug         otg         -          -             -
archive_papers        one      -          ou          o           -          -             -
make_paper            one      -          oug         otg         -          -             -
print_paper           one      osg        osug        ostg        -          -             -
hand_out              one      -          oug         otg         -          -             -
check_paper           many     osg        osug        ostg        -          -             -
make_case_folder      one      -          ou          o           -          -             -
follow_up             one      osg        osug        ostg        -          -             -
list_follow_up        many     osg        osug        ostg        -          -             -
open_year_wheel       many     osg        osug        ostg        -          -             -
open_team_year_wheel  many     -          osug        ostg        -          -             -
export_year_wheel     many     osg        osug        ostg        -          -             -
propose_visit         one      -          ou          ot          -          -             -
gather_follow_up      one      -          ou          ot          -          -             -
move_follow_up        one      -          ou          ot          -          -             -
open_supervision      nobody   -          *           *           *          *             -
open_supervision_rows nobody   -          *           *           *          -             -
export_supervision    nobody   -          *           *           *          *             -
merge_counts          nobody   -          -           -           *          -             -
open_settings         nobody   *          *           *           *          *             *
edit_settings         nobody   -          -           -           -          *             -
add_word              nobody   *          *           *           *          *             *
edit_letter_texts     nobody   -          -           -           -          *             -
edit_organisation     nobody   -          -           -           -          *             -
edit_model            nobody   -          -           -           -          *             -
release_model         nobody   -          -           -           -          *             -
withdraw_model        nobody   -          -           -           -          *             -
try_model             nobody   -          -           -           -          *             -
import_model          nobody   -          -           -           -          *             -
export_model          nobody   -          -           -           -          *             -
edit_keys             nobody   -          -           -           -          *             -
verify                nobody   -          -           -           -          *             *
make_backup           nobody   *          *           *           *          *             *
try_backup            nobody   -          -           -           -          *             -
restore_backup        nobody   -          -           -           -          *             -
check_log             nobody   -          -           -           -          *             *
open_log              nobody   -          -           -           -          -             *
export_log            nobody   -          -           -           -          -             *
prune_log             nobody   -          -           -           -          -             *
forget_search_terms   nobody   -          -           -           -          *             *
open_spot_checks      nobody   -          -           -           *          -             -
draw_spot_checks      nobody   -          -           -           *          -             -
answer_spot_check     nobody   -          -           -           *          -             -
edit_requests         one      -          oug         otg         -          -             -
break_glass           many     *          *           *           -          -             -
see_grant             one      *          *           *           *          -             -
open_access           nobody   -          -           -           *          -             *
access_refused        many     -          -           -           -          -             -
open_retention        many     -          -           -           *          -             -
preview_deletion      one      -          -           -           *          -             -
hold_subject          one      -          -           -           *          -             -
delete_subject        one      -          -           -           *          -             -
delete_old            nobody   -          -           -           *          -             -
edit_retention        nobody   -          -           -           -          *             -
"""
