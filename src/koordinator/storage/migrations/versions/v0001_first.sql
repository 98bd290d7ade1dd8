CREATE TABLE assessment_model (
	id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	model_version TEXT NOT NULL,
	text TEXT NOT NULL,
	from_on TEXT NOT NULL,
	withdrawn_on TEXT,
	withdrawn_because TEXT NOT NULL,
	CONSTRAINT pk_assessment_model PRIMARY KEY (id),
	CONSTRAINT uq_assessment_model_key_model_version UNIQUE ("key", model_version)
)
 STRICT;
CREATE UNIQUE INDEX ux_assessment_model_from ON assessment_model (from_on) WHERE withdrawn_on IS NULL;
CREATE TABLE audit_entry (
	sequence INTEGER NOT NULL,
	at TEXT NOT NULL,
	actor_id INTEGER NOT NULL,
	roles TEXT NOT NULL,
	channel TEXT NOT NULL,
	action TEXT NOT NULL,
	kind TEXT NOT NULL,
	thing_id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	codes TEXT NOT NULL,
	previous_seal TEXT NOT NULL,
	seal TEXT NOT NULL,
	CONSTRAINT pk_audit_entry PRIMARY KEY (sequence)
)
 STRICT;
CREATE INDEX ix_audit_entry_cut ON audit_entry (thing_id) WHERE action = 'prune_log';
CREATE INDEX ix_audit_entry_return ON audit_entry (thing_id) WHERE action = 'restore_backup';
CREATE INDEX ix_audit_entry_subject ON audit_entry (subject_id, at);
CREATE TRIGGER audit_entry_follows_the_last BEFORE INSERT ON audit_entry WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM audit_entry) OR NEW.previous_seal IS NOT coalesce((SELECT seal FROM audit_entry ORDER BY sequence DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000') BEGIN SELECT RAISE(ABORT, 'audit_entry_follows_the_last'); END;
CREATE TRIGGER audit_entry_is_as_written BEFORE UPDATE ON audit_entry WHEN TRUE BEGIN SELECT RAISE(ABORT, 'audit_entry_is_as_written'); END;
CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry WHEN NOT EXISTS (SELECT 1 FROM audit_entry WHERE action = 'prune_log' AND thing_id >= OLD.sequence) BEGIN SELECT RAISE(ABORT, 'audit_entry_stays'); END;
CREATE TABLE department (
	id INTEGER NOT NULL,
	name TEXT NOT NULL,
	valid_from TEXT,
	valid_until TEXT,
	version INTEGER NOT NULL,
	CONSTRAINT pk_department PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE employee (
	id INTEGER NOT NULL,
	name TEXT NOT NULL,
	email TEXT NOT NULL,
	phone TEXT NOT NULL,
	phone_hours TEXT NOT NULL,
	title TEXT NOT NULL,
	confirmed INTEGER NOT NULL,
	merged_into_id INTEGER,
	version INTEGER NOT NULL,
	CONSTRAINT pk_employee PRIMARY KEY (id),
	CONSTRAINT fk_employee_merged_into_id FOREIGN KEY(merged_into_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_employee_merged_into_id ON employee (merged_into_id);
CREATE TABLE former_key (
	id INTEGER NOT NULL,
	secret BLOB NOT NULL,
	noted_at TEXT NOT NULL,
	CONSTRAINT pk_former_key PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE log_key (
	id INTEGER NOT NULL CONSTRAINT ck_log_key_only_one CHECK (id = 1),
	secret BLOB NOT NULL,
	CONSTRAINT pk_log_key PRIMARY KEY (id)
)
 STRICT;
CREATE TRIGGER log_key_is_only_one BEFORE INSERT ON log_key WHEN EXISTS (SELECT 1 FROM log_key) BEGIN SELECT RAISE(ABORT, 'log_key_is_only_one'); END;
CREATE TRIGGER log_key_is_as_made BEFORE UPDATE ON log_key WHEN TRUE BEGIN SELECT RAISE(ABORT, 'log_key_is_as_made'); END;
CREATE TRIGGER log_key_stays BEFORE DELETE ON log_key WHEN TRUE BEGIN SELECT RAISE(ABORT, 'log_key_stays'); END;
CREATE TABLE plan_type (
	id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	name TEXT NOT NULL,
	legal_basis TEXT NOT NULL,
	first_follow_up_months INTEGER,
	follow_up_months INTEGER,
	must_hold TEXT NOT NULL,
	source TEXT NOT NULL,
	is_joint INTEGER NOT NULL,
	from_on TEXT NOT NULL,
	until_on TEXT,
	version INTEGER NOT NULL,
	CONSTRAINT pk_plan_type PRIMARY KEY (id),
	CONSTRAINT ck_plan_type_period CHECK (until_on IS NULL OR until_on >= from_on),
	CONSTRAINT uq_plan_type_key_from_on UNIQUE ("key", from_on)
)
 STRICT;
CREATE TABLE school_holiday (
	id INTEGER NOT NULL,
	name TEXT NOT NULL,
	from_on TEXT NOT NULL,
	until_on TEXT NOT NULL,
	CONSTRAINT pk_school_holiday PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE setting (
	id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	value TEXT NOT NULL,
	from_on TEXT NOT NULL,
	CONSTRAINT pk_setting PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE subject (
	id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	CONSTRAINT pk_subject PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE theme (
	id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	name TEXT NOT NULL,
	position INTEGER NOT NULL,
	is_general INTEGER NOT NULL,
	retired_on TEXT,
	version INTEGER NOT NULL,
	CONSTRAINT pk_theme PRIMARY KEY (id),
	CONSTRAINT uq_theme_key UNIQUE ("key")
)
 STRICT;
CREATE TABLE access_grant (
	id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	employee_id INTEGER NOT NULL,
	reason TEXT NOT NULL,
	from_at TEXT NOT NULL,
	until_at TEXT NOT NULL,
	kind TEXT NOT NULL,
	CONSTRAINT pk_access_grant PRIMARY KEY (id),
	CONSTRAINT fk_access_grant_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_access_grant_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_access_grant_employee_id ON access_grant (employee_id);
CREATE INDEX ix_access_grant_subject_id ON access_grant (subject_id);
CREATE TRIGGER access_grant_stays BEFORE UPDATE ON access_grant WHEN NEW.subject_id IS NOT OLD.subject_id OR NEW.kind IS NOT OLD.kind OR NEW.reason IS NOT OLD.reason OR NEW.from_at IS NOT OLD.from_at OR NEW.until_at IS NOT OLD.until_at OR (NEW.employee_id IS NOT OLD.employee_id AND NOT EXISTS (SELECT 1 FROM employee WHERE employee.id = OLD.employee_id AND employee.merged_into_id IS NEW.employee_id)) BEGIN SELECT RAISE(ABORT, 'access_grant_stays'); END;
CREATE TABLE assessment (
	id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	model_key TEXT NOT NULL,
	model_version TEXT NOT NULL,
	recommended_step INTEGER,
	decided_step INTEGER,
	decided_on TEXT,
	decided_by_id INTEGER,
	locked_at TEXT,
	answers TEXT NOT NULL,
	deviation_reason TEXT NOT NULL,
	model_text TEXT NOT NULL,
	snapshot TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_assessment PRIMARY KEY (id),
	CONSTRAINT fk_assessment_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_assessment_decided_by_id FOREIGN KEY(decided_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_assessment_decided ON assessment (decided_on, decided_by_id, subject_id, decided_step) WHERE locked_at IS NOT NULL;
CREATE INDEX ix_assessment_decided_by_id ON assessment (decided_by_id);
CREATE INDEX ix_assessment_subject_decided ON assessment (subject_id, decided_on, decided_step, locked_at);
CREATE INDEX ix_assessment_subject_id ON assessment (subject_id);
CREATE UNIQUE INDEX ux_assessment_open ON assessment (subject_id) WHERE locked_at IS NULL;
CREATE TABLE authority_period (
	id INTEGER NOT NULL,
	employee_id INTEGER NOT NULL,
	from_on TEXT NOT NULL,
	until_on TEXT,
	CONSTRAINT pk_authority_period PRIMARY KEY (id),
	CONSTRAINT ck_authority_period_period CHECK (until_on IS NULL OR until_on >= from_on),
	CONSTRAINT fk_authority_period_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_authority_period_employee_id ON authority_period (employee_id);
CREATE TABLE case_filing (
	id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	case_number TEXT NOT NULL,
	kle_subject TEXT NOT NULL,
	sensitivity TEXT,
	version INTEGER NOT NULL,
	CONSTRAINT pk_case_filing PRIMARY KEY (id),
	CONSTRAINT uq_case_filing_subject_id UNIQUE (subject_id),
	CONSTRAINT fk_case_filing_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id)
)
 STRICT;
CREATE INDEX ix_case_filing_subject_id ON case_filing (subject_id);
CREATE TABLE citizen (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	cpr TEXT NOT NULL,
	name TEXT NOT NULL,
	born_on TEXT,
	address TEXT NOT NULL,
	postal_code TEXT NOT NULL,
	city TEXT NOT NULL,
	phone TEXT NOT NULL,
	email TEXT NOT NULL,
	preferred_contact TEXT NOT NULL,
	language TEXT NOT NULL,
	needs_interpreter INTEGER NOT NULL,
	protected_address INTEGER NOT NULL,
	digital_post_exempt INTEGER NOT NULL,
	primary_caseworker_wish TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT uq_citizen_uid UNIQUE (uid),
	CONSTRAINT fk_citizen_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id)
)
 STRICT;
CREATE INDEX ix_citizen_subject_id ON citizen (subject_id);
CREATE UNIQUE INDEX ux_citizen_cpr ON citizen (cpr) WHERE cpr != '';
CREATE TABLE contact_note (
	id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	who TEXT NOT NULL,
	what TEXT NOT NULL,
	contacted_at TEXT NOT NULL,
	author_id INTEGER NOT NULL,
	noted_at TEXT NOT NULL,
	corrects_id INTEGER,
	CONSTRAINT pk_contact_note PRIMARY KEY (id),
	CONSTRAINT fk_contact_note_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_contact_note_author_id FOREIGN KEY(author_id) REFERENCES employee (id),
	CONSTRAINT fk_contact_note_corrects_id FOREIGN KEY(corrects_id) REFERENCES contact_note (id)
)
 STRICT;
CREATE INDEX ix_contact_note_author_id ON contact_note (author_id);
CREATE INDEX ix_contact_note_corrects_id ON contact_note (corrects_id);
CREATE INDEX ix_contact_note_subject_id ON contact_note (subject_id);
CREATE TRIGGER contact_note_stays BEFORE UPDATE ON contact_note WHEN 1 BEGIN SELECT RAISE(ABORT, 'contact_note_stays'); END;
CREATE TABLE course (
	id INTEGER NOT NULL,
	uid TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	from_on TEXT NOT NULL,
	until_on TEXT,
	end_reason TEXT,
	citizens_word TEXT NOT NULL,
	call_afterwards TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_course PRIMARY KEY (id),
	CONSTRAINT ck_course_period CHECK (until_on IS NULL OR until_on >= from_on),
	CONSTRAINT uq_course_uid UNIQUE (uid),
	CONSTRAINT fk_course_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id)
)
 STRICT;
CREATE INDEX ix_course_subject_id ON course (subject_id);
CREATE INDEX ix_course_until ON course (until_on);
CREATE UNIQUE INDEX ux_course_open ON course (subject_id) WHERE until_on IS NULL;
CREATE TRIGGER course_overlaps BEFORE INSERT ON course WHEN EXISTS (SELECT 1 FROM course AS other WHERE other.subject_id = NEW.subject_id AND other.from_on < COALESCE(NEW.until_on, '9999-12-31') AND COALESCE(other.until_on, '9999-12-31') > NEW.from_on) BEGIN SELECT RAISE(ABORT, 'course_overlaps'); END;
CREATE TRIGGER course_is_history BEFORE UPDATE ON course WHEN (NEW.from_on IS NOT OLD.from_on OR NEW.subject_id IS NOT OLD.subject_id) OR (OLD.until_on IS NOT NULL AND (NEW.until_on IS NOT OLD.until_on OR NEW.end_reason IS NOT OLD.end_reason OR NEW.citizens_word IS NOT OLD.citizens_word OR NEW.call_afterwards IS NOT OLD.call_afterwards)) BEGIN SELECT RAISE(ABORT, 'course_is_history'); END;
CREATE TRIGGER course_stays BEFORE DELETE ON course WHEN OLD.until_on IS NOT NULL BEGIN SELECT RAISE(ABORT, 'course_stays'); END;
CREATE TABLE deletion (
	id INTEGER NOT NULL,
	uid TEXT NOT NULL,
	kind TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	deleted_by_id INTEGER,
	counts TEXT NOT NULL,
	log_sequence INTEGER NOT NULL,
	subject_id INTEGER,
	rule TEXT,
	months INTEGER,
	event_on TEXT,
	archive TEXT,
	mentions INTEGER NOT NULL,
	replayed INTEGER NOT NULL,
	cleaned_at TEXT,
	CONSTRAINT pk_deletion PRIMARY KEY (id),
	CONSTRAINT fk_deletion_deleted_by_id FOREIGN KEY(deleted_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_deletion_deleted_by_id ON deletion (deleted_by_id);
CREATE TRIGGER deletion_is_as_done BEFORE UPDATE ON deletion WHEN NEW.uid IS NOT OLD.uid OR NEW.kind IS NOT OLD.kind OR NEW.deleted_at IS NOT OLD.deleted_at OR NEW.counts IS NOT OLD.counts OR NEW.log_sequence IS NOT OLD.log_sequence OR NEW.subject_id IS NOT OLD.subject_id OR NEW.rule IS NOT OLD.rule OR NEW.months IS NOT OLD.months OR NEW.event_on IS NOT OLD.event_on OR NEW.archive IS NOT OLD.archive OR NEW.mentions IS NOT OLD.mentions OR NEW.replayed IS NOT OLD.replayed BEGIN SELECT RAISE(ABORT, 'deletion_is_as_done'); END;
CREATE TRIGGER deletion_stays BEFORE DELETE ON deletion WHEN 1 BEGIN SELECT RAISE(ABORT, 'deletion_stays'); END;
CREATE TABLE draft (
	id INTEGER NOT NULL,
	author_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	thing_id INTEGER NOT NULL,
	field TEXT NOT NULL,
	base_version INTEGER NOT NULL,
	text TEXT NOT NULL,
	saved_at TEXT NOT NULL,
	CONSTRAINT pk_draft PRIMARY KEY (id),
	CONSTRAINT uq_draft_author_id_kind_thing_id_field UNIQUE (author_id, kind, thing_id, field),
	CONSTRAINT fk_draft_author_id FOREIGN KEY(author_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_draft_author_id ON draft (author_id);
CREATE TABLE family (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT uq_family_uid UNIQUE (uid),
	CONSTRAINT fk_family_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id)
)
 STRICT;
CREATE INDEX ix_family_subject_id ON family (subject_id);
CREATE TABLE hold (
	id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	reason TEXT NOT NULL,
	set_by_id INTEGER NOT NULL,
	set_at TEXT NOT NULL,
	until_on TEXT,
	lifted_at TEXT,
	lifted_by_id INTEGER,
	CONSTRAINT pk_hold PRIMARY KEY (id),
	CONSTRAINT fk_hold_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_hold_set_by_id FOREIGN KEY(set_by_id) REFERENCES employee (id),
	CONSTRAINT fk_hold_lifted_by_id FOREIGN KEY(lifted_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_hold_lifted_by_id ON hold (lifted_by_id);
CREATE INDEX ix_hold_set_by_id ON hold (set_by_id);
CREATE INDEX ix_hold_subject_id ON hold (subject_id);
CREATE TRIGGER hold_is_as_set BEFORE UPDATE ON hold WHEN (NEW.subject_id IS NOT OLD.subject_id OR NEW.reason IS NOT OLD.reason OR NEW.set_at IS NOT OLD.set_at OR NEW.until_on IS NOT OLD.until_on) OR (OLD.lifted_at IS NOT NULL AND (NEW.lifted_at IS NOT OLD.lifted_at)) BEGIN SELECT RAISE(ABORT, 'hold_is_as_set'); END;
CREATE TRIGGER hold_stays BEFORE DELETE ON hold WHEN 1 BEGIN SELECT RAISE(ABORT, 'hold_stays'); END;
CREATE TABLE letter_text (
	id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	text TEXT NOT NULL,
	saved_by_id INTEGER NOT NULL,
	saved_at TEXT NOT NULL,
	CONSTRAINT pk_letter_text PRIMARY KEY (id),
	CONSTRAINT fk_letter_text_saved_by_id FOREIGN KEY(saved_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_letter_text_saved_by_id ON letter_text (saved_by_id);
CREATE TRIGGER letter_text_is_history BEFORE UPDATE ON letter_text WHEN 1 BEGIN SELECT RAISE(ABORT, 'letter_text_is_history'); END;
CREATE TRIGGER letter_text_stays BEFORE DELETE ON letter_text WHEN 1 BEGIN SELECT RAISE(ABORT, 'letter_text_stays'); END;
CREATE TABLE logo (
	id INTEGER NOT NULL,
	content BLOB NOT NULL,
	width INTEGER NOT NULL,
	height INTEGER NOT NULL,
	added_at TEXT NOT NULL,
	added_by_id INTEGER NOT NULL,
	CONSTRAINT pk_logo PRIMARY KEY (id),
	CONSTRAINT fk_logo_added_by_id FOREIGN KEY(added_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_logo_added_by_id ON logo (added_by_id);
CREATE TRIGGER logo_is_as_set BEFORE UPDATE ON logo WHEN NEW.content IS NOT OLD.content OR NEW.width IS NOT OLD.width OR NEW.height IS NOT OLD.height OR NEW.added_at IS NOT OLD.added_at BEGIN SELECT RAISE(ABORT, 'logo_is_as_set'); END;
CREATE TRIGGER logo_stays BEFORE DELETE ON logo WHEN TRUE BEGIN SELECT RAISE(ABORT, 'logo_stays'); END;
CREATE TABLE meeting_rhythm (
	id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	weeks INTEGER NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_meeting_rhythm PRIMARY KEY (id),
	CONSTRAINT uq_meeting_rhythm_subject_id UNIQUE (subject_id),
	CONSTRAINT fk_meeting_rhythm_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id)
)
 STRICT;
CREATE INDEX ix_meeting_rhythm_subject_id ON meeting_rhythm (subject_id);
CREATE TABLE misfit_look (
	id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	looked_on TEXT NOT NULL,
	looked_by_id INTEGER NOT NULL,
	seen TEXT NOT NULL,
	reason TEXT NOT NULL,
	renewed_on TEXT,
	CONSTRAINT pk_misfit_look PRIMARY KEY (id),
	CONSTRAINT fk_misfit_look_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_misfit_look_looked_by_id FOREIGN KEY(looked_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_misfit_look_looked_by_id ON misfit_look (looked_by_id);
CREATE INDEX ix_misfit_look_subject_id ON misfit_look (subject_id);
CREATE TABLE model_draft (
	id INTEGER NOT NULL,
	text TEXT NOT NULL,
	based_on_id INTEGER,
	saved_by_id INTEGER NOT NULL,
	saved_at TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_model_draft PRIMARY KEY (id),
	CONSTRAINT fk_model_draft_based_on_id FOREIGN KEY(based_on_id) REFERENCES assessment_model (id),
	CONSTRAINT fk_model_draft_saved_by_id FOREIGN KEY(saved_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_model_draft_based_on_id ON model_draft (based_on_id);
CREATE INDEX ix_model_draft_saved_by_id ON model_draft (saved_by_id);
CREATE TABLE own_word (
	id INTEGER NOT NULL,
	word TEXT NOT NULL,
	added_at TEXT NOT NULL,
	added_by_id INTEGER NOT NULL,
	CONSTRAINT pk_own_word PRIMARY KEY (id),
	CONSTRAINT uq_own_word_word UNIQUE (word),
	CONSTRAINT fk_own_word_added_by_id FOREIGN KEY(added_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_own_word_added_by_id ON own_word (added_by_id);
CREATE TABLE planned_day (
	id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	thing_id INTEGER NOT NULL,
	computed_on TEXT NOT NULL,
	planned_on TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_planned_day PRIMARY KEY (id),
	CONSTRAINT uq_planned_day_kind_thing_id UNIQUE (kind, thing_id),
	CONSTRAINT fk_planned_day_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id)
)
 STRICT;
CREATE INDEX ix_planned_day_subject_id ON planned_day (subject_id);
CREATE TABLE retention_period (
	id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	months INTEGER,
	reason TEXT NOT NULL,
	from_on TEXT NOT NULL,
	set_by_id INTEGER NOT NULL,
	set_at TEXT NOT NULL,
	CONSTRAINT pk_retention_period PRIMARY KEY (id),
	CONSTRAINT fk_retention_period_set_by_id FOREIGN KEY(set_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_retention_period_set_by_id ON retention_period (set_by_id);
CREATE TRIGGER retention_period_is_as_set BEFORE UPDATE ON retention_period WHEN NEW.kind IS NOT OLD.kind OR NEW.months IS NOT OLD.months OR NEW.reason IS NOT OLD.reason OR NEW.from_on IS NOT OLD.from_on OR NEW.set_at IS NOT OLD.set_at BEGIN SELECT RAISE(ABORT, 'retention_period_is_as_set'); END;
CREATE TRIGGER retention_period_stays BEFORE DELETE ON retention_period WHEN 1 BEGIN SELECT RAISE(ABORT, 'retention_period_stays'); END;
CREATE TABLE role_period (
	id INTEGER NOT NULL,
	employee_id INTEGER NOT NULL,
	role TEXT NOT NULL,
	from_on TEXT NOT NULL,
	until_on TEXT,
	CONSTRAINT pk_role_period PRIMARY KEY (id),
	CONSTRAINT ck_role_period_period CHECK (until_on IS NULL OR until_on >= from_on),
	CONSTRAINT fk_role_period_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_role_period_employee_id ON role_period (employee_id);
CREATE TABLE search_term (
	sequence INTEGER NOT NULL,
	term TEXT NOT NULL,
	CONSTRAINT pk_search_term PRIMARY KEY (sequence),
	CONSTRAINT fk_search_term_sequence FOREIGN KEY(sequence) REFERENCES audit_entry (sequence)
)
 STRICT;
CREATE TABLE spot_draw (
	id INTEGER NOT NULL,
	month_on TEXT NOT NULL,
	seed TEXT NOT NULL,
	after_sequence INTEGER NOT NULL,
	until_sequence INTEGER NOT NULL,
	pool INTEGER NOT NULL,
	drawn INTEGER NOT NULL,
	drawn_by_id INTEGER NOT NULL,
	drawn_at TEXT NOT NULL,
	CONSTRAINT pk_spot_draw PRIMARY KEY (id),
	CONSTRAINT fk_spot_draw_drawn_by_id FOREIGN KEY(drawn_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_spot_draw_drawn_by_id ON spot_draw (drawn_by_id);
CREATE TRIGGER spot_draw_is_once BEFORE INSERT ON spot_draw WHEN EXISTS (SELECT 1 FROM spot_draw WHERE month_on = NEW.month_on) BEGIN SELECT RAISE(ABORT, 'spot_draw_is_once'); END;
CREATE TRIGGER spot_draw_is_as_drawn BEFORE UPDATE ON spot_draw WHEN NEW.month_on IS NOT OLD.month_on OR NEW.seed IS NOT OLD.seed OR NEW.after_sequence IS NOT OLD.after_sequence OR NEW.until_sequence IS NOT OLD.until_sequence OR NEW.pool IS NOT OLD.pool OR NEW.drawn IS NOT OLD.drawn OR NEW.drawn_at IS NOT OLD.drawn_at BEGIN SELECT RAISE(ABORT, 'spot_draw_is_as_drawn'); END;
CREATE TRIGGER spot_draw_stays BEFORE DELETE ON spot_draw WHEN TRUE BEGIN SELECT RAISE(ABORT, 'spot_draw_stays'); END;
CREATE TABLE team (
	id INTEGER NOT NULL,
	department_id INTEGER,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	confirmed INTEGER NOT NULL,
	merged_into_id INTEGER,
	version INTEGER NOT NULL,
	CONSTRAINT pk_team PRIMARY KEY (id),
	CONSTRAINT fk_team_department_id FOREIGN KEY(department_id) REFERENCES department (id),
	CONSTRAINT fk_team_merged_into_id FOREIGN KEY(merged_into_id) REFERENCES team (id)
)
 STRICT;
CREATE INDEX ix_team_department_id ON team (department_id);
CREATE INDEX ix_team_merged_into_id ON team (merged_into_id);
CREATE TABLE access_decision (
	id INTEGER NOT NULL,
	citizen_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	thing_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	verdict TEXT NOT NULL,
	reason TEXT NOT NULL,
	decided_by_id INTEGER NOT NULL,
	decided_at TEXT NOT NULL,
	CONSTRAINT pk_access_decision PRIMARY KEY (id),
	CONSTRAINT fk_access_decision_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_access_decision_decided_by_id FOREIGN KEY(decided_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_access_decision_citizen_id ON access_decision (citizen_id);
CREATE INDEX ix_access_decision_decided_by_id ON access_decision (decided_by_id);
CREATE TRIGGER access_decision_stays BEFORE UPDATE ON access_decision WHEN NEW.citizen_id IS NOT OLD.citizen_id OR NEW.kind IS NOT OLD.kind OR NEW.thing_id IS NOT OLD.thing_id OR NEW.name IS NOT OLD.name OR NEW.verdict IS NOT OLD.verdict OR NEW.reason IS NOT OLD.reason OR NEW.decided_at IS NOT OLD.decided_at BEGIN SELECT RAISE(ABORT, 'access_decision_stays'); END;
CREATE TABLE case_file (
	id INTEGER NOT NULL,
	number TEXT NOT NULL,
	citizen_id INTEGER NOT NULL,
	department_id INTEGER NOT NULL,
	team_id INTEGER,
	caseworker_id INTEGER,
	title TEXT NOT NULL,
	legal_basis TEXT NOT NULL,
	status TEXT NOT NULL,
	opened_on TEXT,
	registered_on TEXT,
	deadline_on TEXT,
	application TEXT NOT NULL,
	received_on TEXT,
	answer_due_on TEXT,
	answered_on TEXT,
	note TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_case_file PRIMARY KEY (id),
	CONSTRAINT uq_case_file_number UNIQUE (number),
	CONSTRAINT fk_case_file_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_case_file_department_id FOREIGN KEY(department_id) REFERENCES department (id),
	CONSTRAINT fk_case_file_team_id FOREIGN KEY(team_id) REFERENCES team (id),
	CONSTRAINT fk_case_file_caseworker_id FOREIGN KEY(caseworker_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_case_file_application ON case_file (answer_due_on) WHERE application <> 'none';
CREATE INDEX ix_case_file_caseworker_id ON case_file (caseworker_id);
CREATE INDEX ix_case_file_citizen_id ON case_file (citizen_id);
CREATE INDEX ix_case_file_department_id ON case_file (department_id);
CREATE INDEX ix_case_file_team_id ON case_file (team_id);
CREATE TABLE citizen_request (
	id INTEGER NOT NULL,
	citizen_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	words TEXT NOT NULL,
	asked_on TEXT NOT NULL,
	noted_by_id INTEGER NOT NULL,
	noted_at TEXT NOT NULL,
	outcome TEXT,
	answer TEXT NOT NULL,
	settled_on TEXT,
	settled_by_id INTEGER,
	version INTEGER NOT NULL,
	CONSTRAINT pk_citizen_request PRIMARY KEY (id),
	CONSTRAINT fk_citizen_request_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_citizen_request_noted_by_id FOREIGN KEY(noted_by_id) REFERENCES employee (id),
	CONSTRAINT fk_citizen_request_settled_by_id FOREIGN KEY(settled_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_citizen_request_citizen_id ON citizen_request (citizen_id);
CREATE INDEX ix_citizen_request_noted_by_id ON citizen_request (noted_by_id);
CREATE INDEX ix_citizen_request_settled_by_id ON citizen_request (settled_by_id);
CREATE TRIGGER citizen_request_is_as_asked BEFORE UPDATE ON citizen_request WHEN (NEW.citizen_id IS NOT OLD.citizen_id OR NEW.kind IS NOT OLD.kind OR NEW.words IS NOT OLD.words OR NEW.asked_on IS NOT OLD.asked_on OR NEW.noted_at IS NOT OLD.noted_at) OR (OLD.outcome IS NOT NULL AND (NEW.outcome IS NOT OLD.outcome OR NEW.answer IS NOT OLD.answer OR NEW.settled_on IS NOT OLD.settled_on)) BEGIN SELECT RAISE(ABORT, 'citizen_request_is_as_asked'); END;
CREATE TABLE consent (
	id INTEGER NOT NULL,
	citizen_id INTEGER NOT NULL,
	purpose TEXT NOT NULL,
	shared_with TEXT NOT NULL,
	text TEXT NOT NULL,
	not_covered TEXT NOT NULL,
	legal_basis TEXT NOT NULL,
	basis_reason TEXT NOT NULL,
	given_by TEXT NOT NULL,
	all_invited INTEGER NOT NULL,
	from_on TEXT,
	until_on TEXT,
	given_at TEXT,
	withdrawn_at TEXT,
	version INTEGER NOT NULL,
	CONSTRAINT pk_consent PRIMARY KEY (id),
	CONSTRAINT fk_consent_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id)
)
 STRICT;
CREATE INDEX ix_consent_citizen_id ON consent (citizen_id);
CREATE TRIGGER consent_is_as_given BEFORE UPDATE ON consent WHEN (NEW.citizen_id IS NOT OLD.citizen_id OR NEW.purpose IS NOT OLD.purpose OR NEW.shared_with IS NOT OLD.shared_with OR NEW.text IS NOT OLD.text OR NEW.not_covered IS NOT OLD.not_covered OR NEW.legal_basis IS NOT OLD.legal_basis OR NEW.basis_reason IS NOT OLD.basis_reason OR NEW.given_by IS NOT OLD.given_by OR NEW.all_invited IS NOT OLD.all_invited OR NEW.from_on IS NOT OLD.from_on OR NEW.until_on IS NOT OLD.until_on OR NEW.given_at IS NOT OLD.given_at) OR (OLD.withdrawn_at IS NOT NULL AND (NEW.withdrawn_at IS NOT OLD.withdrawn_at)) BEGIN SELECT RAISE(ABORT, 'consent_is_as_given'); END;
CREATE TABLE contact_person (
	id INTEGER NOT NULL,
	citizen_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	employee_id INTEGER,
	department_id INTEGER,
	organisation TEXT NOT NULL,
	role TEXT NOT NULL,
	helps_with TEXT NOT NULL,
	phone TEXT NOT NULL,
	phone_hours TEXT NOT NULL,
	email TEXT NOT NULL,
	closeness TEXT NOT NULL,
	on_paper INTEGER NOT NULL,
	registered_on TEXT,
	from_on TEXT,
	until_on TEXT,
	version INTEGER NOT NULL,
	CONSTRAINT pk_contact_person PRIMARY KEY (id),
	CONSTRAINT fk_contact_person_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_contact_person_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id),
	CONSTRAINT fk_contact_person_department_id FOREIGN KEY(department_id) REFERENCES department (id)
)
 STRICT;
CREATE INDEX ix_contact_person_citizen_id ON contact_person (citizen_id);
CREATE INDEX ix_contact_person_department_id ON contact_person (department_id);
CREATE INDEX ix_contact_person_employee_id ON contact_person (employee_id);
CREATE TABLE coordinator_period (
	id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	course_id INTEGER NOT NULL,
	employee_id INTEGER NOT NULL,
	from_on TEXT NOT NULL,
	until_on TEXT,
	CONSTRAINT pk_coordinator_period PRIMARY KEY (id),
	CONSTRAINT ck_coordinator_period_period CHECK (until_on IS NULL OR until_on >= from_on),
	CONSTRAINT fk_coordinator_period_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_coordinator_period_course_id FOREIGN KEY(course_id) REFERENCES course (id),
	CONSTRAINT fk_coordinator_period_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_coordinator_period_course_id ON coordinator_period (course_id);
CREATE INDEX ix_coordinator_period_employee_id ON coordinator_period (employee_id);
CREATE INDEX ix_coordinator_period_subject_days ON coordinator_period (subject_id, from_on, until_on, employee_id);
CREATE INDEX ix_coordinator_period_subject_id ON coordinator_period (subject_id);
CREATE UNIQUE INDEX ux_coordinator_period_open ON coordinator_period (subject_id) WHERE until_on IS NULL;
CREATE TRIGGER coordinator_period_overlaps BEFORE INSERT ON coordinator_period WHEN EXISTS (SELECT 1 FROM coordinator_period AS other WHERE other.subject_id = NEW.subject_id AND other.from_on < COALESCE(NEW.until_on, '9999-12-31') AND COALESCE(other.until_on, '9999-12-31') > NEW.from_on) BEGIN SELECT RAISE(ABORT, 'coordinator_period_overlaps'); END;
CREATE TRIGGER coordinator_period_is_history BEFORE UPDATE ON coordinator_period WHEN (NEW.from_on IS NOT OLD.from_on OR NEW.subject_id IS NOT OLD.subject_id OR NEW.course_id IS NOT OLD.course_id) OR (OLD.until_on IS NOT NULL AND (NEW.until_on IS NOT OLD.until_on)) OR (NEW.employee_id IS NOT OLD.employee_id AND NOT EXISTS (SELECT 1 FROM employee WHERE employee.id = OLD.employee_id AND employee.merged_into_id IS NEW.employee_id)) BEGIN SELECT RAISE(ABORT, 'coordinator_period_is_history'); END;
CREATE TRIGGER coordinator_period_stays BEFORE DELETE ON coordinator_period WHEN OLD.until_on IS NOT NULL BEGIN SELECT RAISE(ABORT, 'coordinator_period_stays'); END;
CREATE TABLE counted_thing (
	id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	thing_id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	from_on TEXT NOT NULL,
	until_on TEXT,
	employee_id INTEGER,
	team_id INTEGER,
	department_id INTEGER,
	CONSTRAINT pk_counted_thing PRIMARY KEY (id),
	CONSTRAINT fk_counted_thing_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_counted_thing_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id),
	CONSTRAINT fk_counted_thing_team_id FOREIGN KEY(team_id) REFERENCES team (id),
	CONSTRAINT fk_counted_thing_department_id FOREIGN KEY(department_id) REFERENCES department (id)
)
 STRICT;
CREATE INDEX ix_counted_thing_department_id ON counted_thing (department_id);
CREATE INDEX ix_counted_thing_employee_id ON counted_thing (employee_id);
CREATE INDEX ix_counted_thing_kind ON counted_thing (kind, from_on);
CREATE INDEX ix_counted_thing_subject_id ON counted_thing (subject_id);
CREATE INDEX ix_counted_thing_team_id ON counted_thing (team_id);
CREATE TABLE family_membership (
	id INTEGER NOT NULL,
	family_id INTEGER NOT NULL,
	citizen_id INTEGER NOT NULL,
	role TEXT NOT NULL,
	from_on TEXT NOT NULL,
	until_on TEXT,
	left_because TEXT,
	CONSTRAINT pk_family_membership PRIMARY KEY (id),
	CONSTRAINT ck_family_membership_period CHECK (until_on IS NULL OR until_on >= from_on),
	CONSTRAINT fk_family_membership_family_id FOREIGN KEY(family_id) REFERENCES family (id),
	CONSTRAINT fk_family_membership_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id)
)
 STRICT;
CREATE INDEX ix_family_membership_citizen_id ON family_membership (citizen_id);
CREATE INDEX ix_family_membership_family_id ON family_membership (family_id);
CREATE UNIQUE INDEX ux_family_membership_open ON family_membership (citizen_id) WHERE until_on IS NULL;
CREATE TRIGGER family_membership_overlaps BEFORE INSERT ON family_membership WHEN EXISTS (SELECT 1 FROM family_membership AS other WHERE other.citizen_id = NEW.citizen_id AND other.from_on < COALESCE(NEW.until_on, '9999-12-31') AND COALESCE(other.until_on, '9999-12-31') > NEW.from_on) BEGIN SELECT RAISE(ABORT, 'family_membership_overlaps'); END;
CREATE TRIGGER family_membership_is_history BEFORE UPDATE ON family_membership WHEN (NEW.from_on IS NOT OLD.from_on OR NEW.citizen_id IS NOT OLD.citizen_id OR NEW.family_id IS NOT OLD.family_id) OR (OLD.until_on IS NOT NULL AND (NEW.until_on IS NOT OLD.until_on OR NEW.role IS NOT OLD.role)) BEGIN SELECT RAISE(ABORT, 'family_membership_is_history'); END;
CREATE TRIGGER family_membership_stays BEFORE DELETE ON family_membership WHEN OLD.until_on IS NOT NULL BEGIN SELECT RAISE(ABORT, 'family_membership_stays'); END;
CREATE TABLE meeting (
	id INTEGER NOT NULL,
	uid TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	course_id INTEGER,
	kind TEXT NOT NULL,
	status TEXT NOT NULL,
	starts_on TEXT NOT NULL,
	starts_clock TEXT NOT NULL,
	duration_minutes INTEGER NOT NULL,
	place_kind TEXT NOT NULL,
	place TEXT NOT NULL,
	coordinator_id INTEGER,
	team_id INTEGER,
	department_id INTEGER,
	step INTEGER,
	chair_id INTEGER,
	minute_taker_id INTEGER,
	citizen_took_part INTEGER NOT NULL,
	without_citizen_reason TEXT NOT NULL,
	calendar_sequence INTEGER NOT NULL,
	invited_at TEXT,
	cancel_reason TEXT NOT NULL,
	opened_at TEXT,
	closed_at TEXT,
	summary TEXT NOT NULL,
	summary_read INTEGER NOT NULL,
	evaluation_asked INTEGER NOT NULL,
	evaluation_heard INTEGER,
	evaluation_makes_sense INTEGER,
	evaluation_same_direction INTEGER,
	next_meeting_id INTEGER,
	planned_on TEXT,
	paper_days INTEGER,
	version INTEGER NOT NULL,
	CONSTRAINT pk_meeting PRIMARY KEY (id),
	CONSTRAINT uq_meeting_uid UNIQUE (uid),
	CONSTRAINT fk_meeting_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_meeting_course_id FOREIGN KEY(course_id) REFERENCES course (id),
	CONSTRAINT fk_meeting_coordinator_id FOREIGN KEY(coordinator_id) REFERENCES employee (id),
	CONSTRAINT fk_meeting_team_id FOREIGN KEY(team_id) REFERENCES team (id),
	CONSTRAINT fk_meeting_department_id FOREIGN KEY(department_id) REFERENCES department (id),
	CONSTRAINT fk_meeting_chair_id FOREIGN KEY(chair_id) REFERENCES employee (id),
	CONSTRAINT fk_meeting_minute_taker_id FOREIGN KEY(minute_taker_id) REFERENCES employee (id),
	CONSTRAINT fk_meeting_next_meeting_id FOREIGN KEY(next_meeting_id) REFERENCES meeting (id)
)
 STRICT;
CREATE INDEX ix_meeting_chair_id ON meeting (chair_id);
CREATE INDEX ix_meeting_coordinator_id ON meeting (coordinator_id);
CREATE INDEX ix_meeting_counted ON meeting (coordinator_id, team_id, department_id, starts_on, citizen_took_part, step, paper_days) WHERE status = 'held' AND kind = 'coordination' AND step >= 2;
CREATE INDEX ix_meeting_course_id ON meeting (course_id);
CREATE INDEX ix_meeting_department_id ON meeting (department_id);
CREATE INDEX ix_meeting_met ON meeting (course_id, step, citizen_took_part, starts_on) WHERE status = 'held' AND kind = 'coordination' AND step >= 2;
CREATE INDEX ix_meeting_minute_taker_id ON meeting (minute_taker_id);
CREATE INDEX ix_meeting_next_meeting_id ON meeting (next_meeting_id);
CREATE INDEX ix_meeting_starts ON meeting (starts_on, status);
CREATE INDEX ix_meeting_subject_id ON meeting (subject_id);
CREATE INDEX ix_meeting_team_id ON meeting (team_id);
CREATE TRIGGER meeting_paper_days AFTER INSERT ON meeting BEGIN UPDATE meeting SET paper_days = (
    SELECT CAST(julianday(min(handout.handed_on)) - julianday(meeting.starts_on) AS INTEGER) FROM handout
    LEFT JOIN paper ON paper.id = handout.paper_id
    LEFT JOIN plan_version AS version ON version.id = handout.plan_version_id
    WHERE handout.subject_id = meeting.subject_id AND handout.withdrawn_at IS NULL
    AND ((paper.kind = 'minutes' AND paper.meeting_id = meeting.id) OR version.from_on >= meeting.starts_on)
) WHERE meeting.id = NEW.id AND EXISTS (SELECT 1 FROM handout WHERE handout.subject_id = NEW.subject_id); END;
CREATE TRIGGER meeting_moved_paper_days AFTER UPDATE OF starts_on ON meeting BEGIN UPDATE meeting SET paper_days = (
    SELECT CAST(julianday(min(handout.handed_on)) - julianday(meeting.starts_on) AS INTEGER) FROM handout
    LEFT JOIN paper ON paper.id = handout.paper_id
    LEFT JOIN plan_version AS version ON version.id = handout.plan_version_id
    WHERE handout.subject_id = meeting.subject_id AND handout.withdrawn_at IS NULL
    AND ((paper.kind = 'minutes' AND paper.meeting_id = meeting.id) OR version.from_on >= meeting.starts_on)
) WHERE meeting.id = NEW.id AND NEW.starts_on <> OLD.starts_on; END;
CREATE TABLE other_plan (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	citizen_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	owner TEXT NOT NULL,
	goal TEXT NOT NULL,
	plan_type TEXT NOT NULL,
	legal_basis TEXT NOT NULL,
	relation TEXT NOT NULL,
	from_on TEXT,
	until_on TEXT,
	follow_up_on TEXT,
	version INTEGER NOT NULL,
	CONSTRAINT fk_other_plan_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id)
)
 STRICT;
CREATE INDEX ix_other_plan_citizen_id ON other_plan (citizen_id);
CREATE INDEX ix_other_plan_replaced ON other_plan (citizen_id) WHERE relation = 'replaced';
CREATE TABLE primary_caseworker_period (
	id INTEGER NOT NULL,
	citizen_id INTEGER NOT NULL,
	employee_id INTEGER NOT NULL,
	from_on TEXT NOT NULL,
	until_on TEXT,
	CONSTRAINT pk_primary_caseworker_period PRIMARY KEY (id),
	CONSTRAINT ck_primary_caseworker_period_period CHECK (until_on IS NULL OR until_on >= from_on),
	CONSTRAINT fk_primary_caseworker_period_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_primary_caseworker_period_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_primary_caseworker_period_citizen_id ON primary_caseworker_period (citizen_id);
CREATE INDEX ix_primary_caseworker_period_employee_id ON primary_caseworker_period (employee_id);
CREATE UNIQUE INDEX ux_primary_caseworker_open ON primary_caseworker_period (citizen_id) WHERE until_on IS NULL;
CREATE TRIGGER primary_caseworker_period_overlaps BEFORE INSERT ON primary_caseworker_period WHEN EXISTS (SELECT 1 FROM primary_caseworker_period AS other WHERE other.citizen_id = NEW.citizen_id AND other.from_on < COALESCE(NEW.until_on, '9999-12-31') AND COALESCE(other.until_on, '9999-12-31') > NEW.from_on) BEGIN SELECT RAISE(ABORT, 'primary_caseworker_period_overlaps'); END;
CREATE TRIGGER primary_caseworker_period_is_history BEFORE UPDATE ON primary_caseworker_period WHEN (NEW.from_on IS NOT OLD.from_on OR NEW.citizen_id IS NOT OLD.citizen_id) OR (OLD.until_on IS NOT NULL AND (NEW.until_on IS NOT OLD.until_on)) OR (NEW.employee_id IS NOT OLD.employee_id AND NOT EXISTS (SELECT 1 FROM employee WHERE employee.id = OLD.employee_id AND employee.merged_into_id IS NEW.employee_id)) BEGIN SELECT RAISE(ABORT, 'primary_caseworker_period_is_history'); END;
CREATE TRIGGER primary_caseworker_period_stays BEFORE DELETE ON primary_caseworker_period WHEN OLD.until_on IS NOT NULL BEGIN SELECT RAISE(ABORT, 'primary_caseworker_period_stays'); END;
CREATE TABLE relation (
	id INTEGER NOT NULL,
	citizen_id INTEGER NOT NULL,
	other_citizen_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	CONSTRAINT pk_relation PRIMARY KEY (id),
	CONSTRAINT uq_relation_citizen_id_other_citizen_id_kind UNIQUE (citizen_id, other_citizen_id, kind),
	CONSTRAINT fk_relation_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_relation_other_citizen_id FOREIGN KEY(other_citizen_id) REFERENCES citizen (id)
)
 STRICT;
CREATE INDEX ix_relation_citizen_id ON relation (citizen_id);
CREATE INDEX ix_relation_other_citizen_id ON relation (other_citizen_id);
CREATE TABLE search_citizen (
	id INTEGER NOT NULL,
	folded TEXT NOT NULL,
	CONSTRAINT pk_search_citizen PRIMARY KEY (id),
	CONSTRAINT fk_search_citizen_id FOREIGN KEY(id) REFERENCES citizen (id)
)
 STRICT;
CREATE INDEX ix_search_citizen_folded ON search_citizen (folded);
CREATE VIRTUAL TABLE search_citizen_part USING fts5(folded, content = 'search_citizen', content_rowid = 'id', columnsize = 0, tokenize = 'trigram case_sensitive 1');
INSERT INTO search_citizen_part (search_citizen_part, rank) VALUES ('secure-delete', 1);
CREATE TABLE search_family (
	id INTEGER NOT NULL,
	folded TEXT NOT NULL,
	CONSTRAINT pk_search_family PRIMARY KEY (id),
	CONSTRAINT fk_search_family_id FOREIGN KEY(id) REFERENCES family (id)
)
 STRICT;
CREATE INDEX ix_search_family_folded ON search_family (folded);
CREATE VIRTUAL TABLE search_family_part USING fts5(folded, content = 'search_family', content_rowid = 'id', columnsize = 0, tokenize = 'trigram case_sensitive 1');
INSERT INTO search_family_part (search_family_part, rank) VALUES ('secure-delete', 1);
CREATE TABLE spot_check (
	id INTEGER NOT NULL,
	draw_id INTEGER NOT NULL,
	sequence INTEGER NOT NULL,
	looked_at TEXT NOT NULL,
	employee_id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	action TEXT NOT NULL,
	relation TEXT,
	answer TEXT,
	note TEXT NOT NULL,
	answered_by_id INTEGER,
	answered_at TEXT,
	version INTEGER NOT NULL,
	CONSTRAINT pk_spot_check PRIMARY KEY (id),
	CONSTRAINT fk_spot_check_draw_id FOREIGN KEY(draw_id) REFERENCES spot_draw (id),
	CONSTRAINT fk_spot_check_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id),
	CONSTRAINT fk_spot_check_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_spot_check_answered_by_id FOREIGN KEY(answered_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_spot_check_answered_by_id ON spot_check (answered_by_id);
CREATE INDEX ix_spot_check_draw_id ON spot_check (draw_id);
CREATE INDEX ix_spot_check_employee_id ON spot_check (employee_id);
CREATE INDEX ix_spot_check_subject_id ON spot_check (subject_id);
CREATE TRIGGER spot_check_is_as_drawn BEFORE UPDATE ON spot_check WHEN (NEW.draw_id IS NOT OLD.draw_id OR NEW.sequence IS NOT OLD.sequence OR NEW.looked_at IS NOT OLD.looked_at OR NEW.subject_id IS NOT OLD.subject_id OR NEW.action IS NOT OLD.action OR NEW.relation IS NOT OLD.relation) OR (NEW.employee_id IS NOT OLD.employee_id AND NOT EXISTS (SELECT 1 FROM employee WHERE employee.id = OLD.employee_id AND employee.merged_into_id IS NEW.employee_id)) OR (OLD.answer IS NOT NULL AND OLD.answer <> 'asked' AND (NEW.answer IS NOT OLD.answer OR NEW.note IS NOT OLD.note OR NEW.answered_at IS NOT OLD.answered_at)) BEGIN SELECT RAISE(ABORT, 'spot_check_is_as_drawn'); END;
CREATE TABLE step_period (
	id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	course_id INTEGER NOT NULL,
	step INTEGER NOT NULL,
	from_on TEXT NOT NULL,
	until_on TEXT,
	assessment_id INTEGER,
	CONSTRAINT pk_step_period PRIMARY KEY (id),
	CONSTRAINT ck_step_period_period CHECK (until_on IS NULL OR until_on >= from_on),
	CONSTRAINT fk_step_period_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_step_period_course_id FOREIGN KEY(course_id) REFERENCES course (id),
	CONSTRAINT fk_step_period_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 STRICT;
CREATE INDEX ix_step_period_assessment_id ON step_period (assessment_id);
CREATE INDEX ix_step_period_course_id ON step_period (course_id);
CREATE INDEX ix_step_period_course_steps ON step_period (course_id, step, from_on, until_on);
CREATE INDEX ix_step_period_step_days ON step_period (step, until_on, subject_id, course_id, from_on);
CREATE INDEX ix_step_period_subject_days ON step_period (subject_id, from_on, until_on, step);
CREATE INDEX ix_step_period_subject_id ON step_period (subject_id);
CREATE UNIQUE INDEX ux_step_period_open ON step_period (subject_id) WHERE until_on IS NULL;
CREATE TRIGGER step_period_overlaps BEFORE INSERT ON step_period WHEN EXISTS (SELECT 1 FROM step_period AS other WHERE other.subject_id = NEW.subject_id AND other.from_on < COALESCE(NEW.until_on, '9999-12-31') AND COALESCE(other.until_on, '9999-12-31') > NEW.from_on) BEGIN SELECT RAISE(ABORT, 'step_period_overlaps'); END;
CREATE TRIGGER step_period_is_history BEFORE UPDATE ON step_period WHEN (NEW.from_on IS NOT OLD.from_on OR NEW.subject_id IS NOT OLD.subject_id OR NEW.course_id IS NOT OLD.course_id OR NEW.step IS NOT OLD.step OR NEW.assessment_id IS NOT OLD.assessment_id) OR (OLD.until_on IS NOT NULL AND (NEW.until_on IS NOT OLD.until_on)) BEGIN SELECT RAISE(ABORT, 'step_period_is_history'); END;
CREATE TRIGGER step_period_stays BEFORE DELETE ON step_period WHEN OLD.until_on IS NOT NULL BEGIN SELECT RAISE(ABORT, 'step_period_stays'); END;
CREATE TABLE takeover (
	id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	course_id INTEGER NOT NULL,
	department_id INTEGER NOT NULL,
	what TEXT NOT NULL,
	expected_on TEXT NOT NULL,
	from_on TEXT NOT NULL,
	until_on TEXT,
	employee_id INTEGER,
	wait_reason TEXT NOT NULL,
	outcome TEXT,
	outcome_reason TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_takeover PRIMARY KEY (id),
	CONSTRAINT ck_takeover_period CHECK (until_on IS NULL OR until_on >= from_on),
	CONSTRAINT fk_takeover_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_takeover_course_id FOREIGN KEY(course_id) REFERENCES course (id),
	CONSTRAINT fk_takeover_department_id FOREIGN KEY(department_id) REFERENCES department (id),
	CONSTRAINT fk_takeover_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_takeover_course_id ON takeover (course_id);
CREATE INDEX ix_takeover_department_id ON takeover (department_id);
CREATE INDEX ix_takeover_employee_id ON takeover (employee_id);
CREATE INDEX ix_takeover_subject_id ON takeover (subject_id);
CREATE TRIGGER takeover_is_history BEFORE UPDATE ON takeover WHEN NEW.subject_id IS NOT OLD.subject_id OR NEW.course_id IS NOT OLD.course_id OR NEW.from_on IS NOT OLD.from_on OR (OLD.until_on IS NOT NULL AND (NEW.department_id IS NOT OLD.department_id OR NEW.what IS NOT OLD.what OR NEW.expected_on IS NOT OLD.expected_on OR NEW.wait_reason IS NOT OLD.wait_reason OR NEW.until_on IS NOT OLD.until_on OR NEW.outcome IS NOT OLD.outcome OR NEW.outcome_reason IS NOT OLD.outcome_reason OR (NEW.employee_id IS NOT OLD.employee_id AND NOT EXISTS (SELECT 1 FROM employee WHERE employee.id = OLD.employee_id AND employee.merged_into_id IS NEW.employee_id)))) BEGIN SELECT RAISE(ABORT, 'takeover_is_history'); END;
CREATE TRIGGER takeover_stays BEFORE DELETE ON takeover WHEN OLD.until_on IS NOT NULL BEGIN SELECT RAISE(ABORT, 'takeover_stays'); END;
CREATE TABLE team_membership (
	id INTEGER NOT NULL,
	employee_id INTEGER NOT NULL,
	team_id INTEGER NOT NULL,
	from_on TEXT NOT NULL,
	until_on TEXT,
	share_percent INTEGER NOT NULL,
	CONSTRAINT pk_team_membership PRIMARY KEY (id),
	CONSTRAINT ck_team_membership_period CHECK (until_on IS NULL OR until_on >= from_on),
	CONSTRAINT fk_team_membership_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id),
	CONSTRAINT fk_team_membership_team_id FOREIGN KEY(team_id) REFERENCES team (id)
)
 STRICT;
CREATE INDEX ix_team_membership_employee_id ON team_membership (employee_id);
CREATE INDEX ix_team_membership_team_id ON team_membership (team_id);
CREATE TABLE told_of_grant (
	id INTEGER NOT NULL,
	grant_id INTEGER NOT NULL,
	told_id INTEGER NOT NULL,
	seen_at TEXT,
	CONSTRAINT pk_told_of_grant PRIMARY KEY (id),
	CONSTRAINT fk_told_of_grant_grant_id FOREIGN KEY(grant_id) REFERENCES access_grant (id),
	CONSTRAINT fk_told_of_grant_told_id FOREIGN KEY(told_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_told_of_grant_grant_id ON told_of_grant (grant_id);
CREATE INDEX ix_told_of_grant_told_id ON told_of_grant (told_id);
CREATE TRIGGER told_of_grant_stays BEFORE UPDATE ON told_of_grant WHEN NEW.grant_id IS NOT OLD.grant_id OR (NEW.told_id IS NOT OLD.told_id AND NOT EXISTS (SELECT 1 FROM employee WHERE employee.id = OLD.told_id AND employee.merged_into_id IS NEW.told_id)) OR (OLD.seen_at IS NOT NULL AND NEW.seen_at IS NOT OLD.seen_at) BEGIN SELECT RAISE(ABORT, 'told_of_grant_stays'); END;
CREATE TABLE consent_exception (
	id INTEGER NOT NULL,
	consent_id INTEGER NOT NULL,
	citizen_id INTEGER,
	employee_id INTEGER,
	contact_person_id INTEGER,
	department_id INTEGER,
	theme_id INTEGER,
	CONSTRAINT pk_consent_exception PRIMARY KEY (id),
	CONSTRAINT ck_consent_exception_one_party CHECK ((citizen_id IS NOT NULL) + (employee_id IS NOT NULL) + (contact_person_id IS NOT NULL) <= 1),
	CONSTRAINT ck_consent_exception_one_recipient CHECK ((citizen_id IS NOT NULL) + (employee_id IS NOT NULL) + (contact_person_id IS NOT NULL) + (department_id IS NOT NULL) = 1),
	CONSTRAINT fk_consent_exception_consent_id FOREIGN KEY(consent_id) REFERENCES consent (id),
	CONSTRAINT fk_consent_exception_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_consent_exception_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id),
	CONSTRAINT fk_consent_exception_contact_person_id FOREIGN KEY(contact_person_id) REFERENCES contact_person (id),
	CONSTRAINT fk_consent_exception_department_id FOREIGN KEY(department_id) REFERENCES department (id),
	CONSTRAINT fk_consent_exception_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id)
)
 STRICT;
CREATE INDEX ix_consent_exception_citizen_id ON consent_exception (citizen_id);
CREATE INDEX ix_consent_exception_consent_id ON consent_exception (consent_id);
CREATE INDEX ix_consent_exception_contact_person_id ON consent_exception (contact_person_id);
CREATE INDEX ix_consent_exception_department_id ON consent_exception (department_id);
CREATE INDEX ix_consent_exception_employee_id ON consent_exception (employee_id);
CREATE INDEX ix_consent_exception_theme_id ON consent_exception (theme_id);
CREATE TRIGGER consent_exception_is_as_given BEFORE UPDATE ON consent_exception WHEN (NEW.consent_id IS NOT OLD.consent_id OR NEW.citizen_id IS NOT OLD.citizen_id OR NEW.contact_person_id IS NOT OLD.contact_person_id OR NEW.department_id IS NOT OLD.department_id OR NEW.theme_id IS NOT OLD.theme_id) OR (NEW.employee_id IS NOT OLD.employee_id AND NOT EXISTS (SELECT 1 FROM employee WHERE employee.id = OLD.employee_id AND employee.merged_into_id IS NEW.employee_id)) BEGIN SELECT RAISE(ABORT, 'consent_exception_is_as_given'); END;
CREATE TABLE consent_party (
	id INTEGER NOT NULL,
	consent_id INTEGER NOT NULL,
	citizen_id INTEGER,
	employee_id INTEGER,
	contact_person_id INTEGER,
	department_id INTEGER,
	CONSTRAINT pk_consent_party PRIMARY KEY (id),
	CONSTRAINT ck_consent_party_one_party CHECK ((citizen_id IS NOT NULL) + (employee_id IS NOT NULL) + (contact_person_id IS NOT NULL) <= 1),
	CONSTRAINT ck_consent_party_one_recipient CHECK ((citizen_id IS NOT NULL) + (employee_id IS NOT NULL) + (contact_person_id IS NOT NULL) + (department_id IS NOT NULL) = 1),
	CONSTRAINT fk_consent_party_consent_id FOREIGN KEY(consent_id) REFERENCES consent (id),
	CONSTRAINT fk_consent_party_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_consent_party_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id),
	CONSTRAINT fk_consent_party_contact_person_id FOREIGN KEY(contact_person_id) REFERENCES contact_person (id),
	CONSTRAINT fk_consent_party_department_id FOREIGN KEY(department_id) REFERENCES department (id)
)
 STRICT;
CREATE INDEX ix_consent_party_citizen_id ON consent_party (citizen_id);
CREATE INDEX ix_consent_party_consent_id ON consent_party (consent_id);
CREATE INDEX ix_consent_party_contact_person_id ON consent_party (contact_person_id);
CREATE INDEX ix_consent_party_department_id ON consent_party (department_id);
CREATE INDEX ix_consent_party_employee_id ON consent_party (employee_id);
CREATE TRIGGER consent_party_is_as_given BEFORE UPDATE ON consent_party WHEN (NEW.consent_id IS NOT OLD.consent_id OR NEW.citizen_id IS NOT OLD.citizen_id OR NEW.contact_person_id IS NOT OLD.contact_person_id OR NEW.department_id IS NOT OLD.department_id) OR (NEW.employee_id IS NOT OLD.employee_id AND NOT EXISTS (SELECT 1 FROM employee WHERE employee.id = OLD.employee_id AND employee.merged_into_id IS NEW.employee_id)) BEGIN SELECT RAISE(ABORT, 'consent_party_is_as_given'); END;
CREATE TABLE effort (
	id INTEGER NOT NULL,
	citizen_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	purpose TEXT NOT NULL,
	provider TEXT NOT NULL,
	department_id INTEGER,
	case_file_id INTEGER,
	legal_basis TEXT NOT NULL,
	amount TEXT NOT NULL,
	paid_by TEXT NOT NULL,
	from_on TEXT,
	until_on TEXT,
	theme_id INTEGER,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_effort PRIMARY KEY (id),
	CONSTRAINT fk_effort_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_effort_department_id FOREIGN KEY(department_id) REFERENCES department (id),
	CONSTRAINT fk_effort_case_file_id FOREIGN KEY(case_file_id) REFERENCES case_file (id),
	CONSTRAINT fk_effort_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id)
)
 STRICT;
CREATE INDEX ix_effort_case_file_id ON effort (case_file_id);
CREATE INDEX ix_effort_citizen_id ON effort (citizen_id);
CREATE INDEX ix_effort_department_id ON effort (department_id);
CREATE INDEX ix_effort_theme_id ON effort (theme_id);
CREATE TABLE handover (
	id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	giver_id INTEGER NOT NULL,
	receiver_id INTEGER NOT NULL,
	takes_effect_on TEXT NOT NULL,
	begun_on TEXT NOT NULL,
	told TEXT NOT NULL,
	meeting_id INTEGER,
	outcome TEXT,
	ended_on TEXT,
	cancel_reason TEXT NOT NULL,
	returned_on TEXT,
	version INTEGER NOT NULL,
	CONSTRAINT pk_handover PRIMARY KEY (id),
	CONSTRAINT fk_handover_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_handover_giver_id FOREIGN KEY(giver_id) REFERENCES employee (id),
	CONSTRAINT fk_handover_receiver_id FOREIGN KEY(receiver_id) REFERENCES employee (id),
	CONSTRAINT fk_handover_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
)
 STRICT;
CREATE INDEX ix_handover_giver_id ON handover (giver_id);
CREATE INDEX ix_handover_meeting_id ON handover (meeting_id);
CREATE INDEX ix_handover_receiver_id ON handover (receiver_id);
CREATE INDEX ix_handover_subject_id ON handover (subject_id);
CREATE UNIQUE INDEX ux_handover_open ON handover (subject_id) WHERE outcome IS NULL;
CREATE TRIGGER handover_is_history BEFORE UPDATE ON handover WHEN NEW.subject_id IS NOT OLD.subject_id OR NEW.kind IS NOT OLD.kind OR NEW.takes_effect_on IS NOT OLD.takes_effect_on OR NEW.begun_on IS NOT OLD.begun_on OR (OLD.outcome IS NOT NULL AND (NEW.told IS NOT OLD.told OR NEW.meeting_id IS NOT OLD.meeting_id OR NEW.outcome IS NOT OLD.outcome OR NEW.ended_on IS NOT OLD.ended_on OR NEW.cancel_reason IS NOT OLD.cancel_reason)) BEGIN SELECT RAISE(ABORT, 'handover_is_history'); END;
CREATE TRIGGER handover_stays BEFORE DELETE ON handover WHEN 1 BEGIN SELECT RAISE(ABORT, 'handover_stays'); END;
CREATE TABLE joint_plan (
	id INTEGER NOT NULL,
	uid TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	course_id INTEGER,
	plan_type TEXT NOT NULL,
	legal_basis TEXT NOT NULL,
	own_words TEXT NOT NULL,
	must_not_be_lost TEXT NOT NULL,
	strengths TEXT NOT NULL,
	challenges TEXT NOT NULL,
	disagreements TEXT NOT NULL,
	own_contribution TEXT NOT NULL,
	relatives_contribution TEXT NOT NULL,
	from_on TEXT,
	review_on TEXT,
	ended_on TEXT,
	consent_id INTEGER,
	version INTEGER NOT NULL,
	CONSTRAINT pk_joint_plan PRIMARY KEY (id),
	CONSTRAINT uq_joint_plan_uid UNIQUE (uid),
	CONSTRAINT fk_joint_plan_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_joint_plan_course_id FOREIGN KEY(course_id) REFERENCES course (id),
	CONSTRAINT fk_joint_plan_consent_id FOREIGN KEY(consent_id) REFERENCES consent (id)
)
 STRICT;
CREATE INDEX ix_joint_plan_consent_id ON joint_plan (consent_id);
CREATE INDEX ix_joint_plan_course_id ON joint_plan (course_id);
CREATE INDEX ix_joint_plan_subject_id ON joint_plan (subject_id);
CREATE UNIQUE INDEX ux_joint_plan_open ON joint_plan (subject_id) WHERE ended_on IS NULL;
CREATE TABLE meeting_move (
	id INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	from_starts_on TEXT NOT NULL,
	from_starts_clock TEXT NOT NULL,
	reason TEXT NOT NULL,
	moved_at TEXT NOT NULL,
	CONSTRAINT pk_meeting_move PRIMARY KEY (id),
	CONSTRAINT fk_meeting_move_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
)
 STRICT;
CREATE INDEX ix_meeting_move_meeting_id ON meeting_move (meeting_id);
CREATE TABLE meeting_operation (
	id INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	sequence INTEGER NOT NULL,
	act INTEGER NOT NULL,
	row_kind TEXT NOT NULL,
	row_id INTEGER NOT NULL,
	"before" TEXT NOT NULL,
	"after" TEXT NOT NULL,
	undone INTEGER NOT NULL,
	CONSTRAINT pk_meeting_operation PRIMARY KEY (id),
	CONSTRAINT uq_meeting_operation_meeting_id_sequence UNIQUE (meeting_id, sequence),
	CONSTRAINT fk_meeting_operation_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
)
 STRICT;
CREATE INDEX ix_meeting_operation_meeting_id ON meeting_operation (meeting_id);
CREATE TABLE minutes_version (
	id INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	number INTEGER NOT NULL,
	content TEXT NOT NULL,
	schema_number INTEGER NOT NULL,
	sha256 TEXT NOT NULL,
	made_at TEXT NOT NULL,
	made_by_id INTEGER NOT NULL,
	correction TEXT NOT NULL,
	CONSTRAINT pk_minutes_version PRIMARY KEY (id),
	CONSTRAINT uq_minutes_version_meeting_id_number UNIQUE (meeting_id, number),
	CONSTRAINT fk_minutes_version_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_minutes_version_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_minutes_version_made_by_id FOREIGN KEY(made_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_minutes_version_made_by_id ON minutes_version (made_by_id);
CREATE INDEX ix_minutes_version_meeting_id ON minutes_version (meeting_id);
CREATE INDEX ix_minutes_version_subject_id ON minutes_version (subject_id);
CREATE TABLE participant (
	id INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	citizen_id INTEGER,
	employee_id INTEGER,
	contact_person_id INTEGER,
	answer TEXT NOT NULL,
	answer_note TEXT NOT NULL,
	invited_at TEXT,
	attendance TEXT NOT NULL,
	arrived_clock TEXT,
	left_clock TEXT,
	written_contribution TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_participant PRIMARY KEY (id),
	CONSTRAINT ck_participant_one_party CHECK ((citizen_id IS NOT NULL) + (employee_id IS NOT NULL) + (contact_person_id IS NOT NULL) <= 1),
	CONSTRAINT fk_participant_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_participant_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_participant_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id),
	CONSTRAINT fk_participant_contact_person_id FOREIGN KEY(contact_person_id) REFERENCES contact_person (id)
)
 STRICT;
CREATE INDEX ix_participant_citizen_id ON participant (citizen_id);
CREATE INDEX ix_participant_contact_person_id ON participant (contact_person_id);
CREATE INDEX ix_participant_employee_id ON participant (employee_id);
CREATE INDEX ix_participant_meeting_id ON participant (meeting_id);
CREATE TABLE pending_decision (
	id INTEGER NOT NULL,
	uid TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	what TEXT NOT NULL,
	department_id INTEGER,
	employee_id INTEGER,
	answer_by_on TEXT,
	meeting_id INTEGER,
	outcome TEXT NOT NULL,
	outcome_on TEXT,
	theme_id INTEGER,
	member_id INTEGER,
	version INTEGER NOT NULL,
	CONSTRAINT pk_pending_decision PRIMARY KEY (id),
	CONSTRAINT uq_pending_decision_uid UNIQUE (uid),
	CONSTRAINT fk_pending_decision_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_pending_decision_department_id FOREIGN KEY(department_id) REFERENCES department (id),
	CONSTRAINT fk_pending_decision_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id),
	CONSTRAINT fk_pending_decision_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_pending_decision_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id),
	CONSTRAINT fk_pending_decision_member_id FOREIGN KEY(member_id) REFERENCES citizen (id)
)
 STRICT;
CREATE INDEX ix_pending_decision_department_id ON pending_decision (department_id);
CREATE INDEX ix_pending_decision_employee_id ON pending_decision (employee_id);
CREATE INDEX ix_pending_decision_meeting_id ON pending_decision (meeting_id);
CREATE INDEX ix_pending_decision_member_id ON pending_decision (member_id);
CREATE INDEX ix_pending_decision_subject_id ON pending_decision (subject_id);
CREATE INDEX ix_pending_decision_theme_id ON pending_decision (theme_id);
CREATE TABLE preparation (
	id INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	wants_to_discuss TEXT NOT NULL,
	wants_present TEXT NOT NULL,
	wants_absent TEXT NOT NULL,
	must_not_be_discussed TEXT NOT NULL,
	place_wish TEXT NOT NULL,
	place_kind TEXT,
	prepared_on TEXT,
	version INTEGER NOT NULL,
	CONSTRAINT pk_preparation PRIMARY KEY (id),
	CONSTRAINT fk_preparation_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
)
 STRICT;
CREATE INDEX ix_preparation_meeting_id ON preparation (meeting_id);
CREATE TABLE presence_wish (
	id INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	wanted INTEGER NOT NULL,
	citizen_id INTEGER,
	employee_id INTEGER,
	contact_person_id INTEGER,
	CONSTRAINT pk_presence_wish PRIMARY KEY (id),
	CONSTRAINT ck_presence_wish_one_party CHECK ((citizen_id IS NOT NULL) + (employee_id IS NOT NULL) + (contact_person_id IS NOT NULL) <= 1),
	CONSTRAINT fk_presence_wish_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_presence_wish_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_presence_wish_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id),
	CONSTRAINT fk_presence_wish_contact_person_id FOREIGN KEY(contact_person_id) REFERENCES contact_person (id)
)
 STRICT;
CREATE INDEX ix_presence_wish_citizen_id ON presence_wish (citizen_id);
CREATE INDEX ix_presence_wish_contact_person_id ON presence_wish (contact_person_id);
CREATE INDEX ix_presence_wish_employee_id ON presence_wish (employee_id);
CREATE INDEX ix_presence_wish_meeting_id ON presence_wish (meeting_id);
CREATE TABLE search_case_file (
	id INTEGER NOT NULL,
	folded TEXT NOT NULL,
	CONSTRAINT pk_search_case_file PRIMARY KEY (id),
	CONSTRAINT fk_search_case_file_id FOREIGN KEY(id) REFERENCES case_file (id)
)
 STRICT;
CREATE INDEX ix_search_case_file_folded ON search_case_file (folded);
CREATE VIRTUAL TABLE search_case_file_part USING fts5(folded, content = 'search_case_file', content_rowid = 'id', columnsize = 0, tokenize = 'trigram case_sensitive 1');
INSERT INTO search_case_file_part (search_case_file_part, rank) VALUES ('secure-delete', 1);
CREATE TABLE taken_question (
	id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	title TEXT NOT NULL,
	taken_on TEXT NOT NULL,
	taken_by_id INTEGER NOT NULL,
	meeting_id INTEGER,
	version INTEGER NOT NULL,
	CONSTRAINT pk_taken_question PRIMARY KEY (id),
	CONSTRAINT fk_taken_question_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_taken_question_taken_by_id FOREIGN KEY(taken_by_id) REFERENCES employee (id),
	CONSTRAINT fk_taken_question_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
)
 STRICT;
CREATE INDEX ix_taken_question_meeting_id ON taken_question (meeting_id);
CREATE INDEX ix_taken_question_subject_id ON taken_question (subject_id);
CREATE INDEX ix_taken_question_taken_by_id ON taken_question (taken_by_id);
CREATE TABLE agenda_item (
	id INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	minutes INTEGER NOT NULL,
	done INTEGER NOT NULL,
	theme_id INTEGER,
	presenter_id INTEGER,
	origin TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_agenda_item PRIMARY KEY (id),
	CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_agenda_item_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id),
	CONSTRAINT fk_agenda_item_presenter_id FOREIGN KEY(presenter_id) REFERENCES participant (id)
)
 STRICT;
CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id);
CREATE INDEX ix_agenda_item_presenter_id ON agenda_item (presenter_id);
CREATE INDEX ix_agenda_item_theme_id ON agenda_item (theme_id);
CREATE TABLE goal (
	id INTEGER NOT NULL,
	uid TEXT NOT NULL,
	plan_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	title TEXT NOT NULL,
	citizens_wording TEXT NOT NULL,
	own_part TEXT NOT NULL,
	practising TEXT NOT NULL,
	citizen_id INTEGER,
	status TEXT NOT NULL,
	theme_id INTEGER,
	version INTEGER NOT NULL,
	CONSTRAINT pk_goal PRIMARY KEY (id),
	CONSTRAINT uq_goal_uid UNIQUE (uid),
	CONSTRAINT fk_goal_plan_id FOREIGN KEY(plan_id) REFERENCES joint_plan (id),
	CONSTRAINT fk_goal_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_goal_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id)
)
 STRICT;
CREATE INDEX ix_goal_citizen_id ON goal (citizen_id);
CREATE INDEX ix_goal_plan_id ON goal (plan_id);
CREATE INDEX ix_goal_theme_id ON goal (theme_id);
CREATE TABLE handover_item (
	id INTEGER NOT NULL,
	handover_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	what TEXT NOT NULL,
	done_on TEXT,
	done_by_id INTEGER,
	CONSTRAINT pk_handover_item PRIMARY KEY (id),
	CONSTRAINT fk_handover_item_handover_id FOREIGN KEY(handover_id) REFERENCES handover (id),
	CONSTRAINT fk_handover_item_done_by_id FOREIGN KEY(done_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_handover_item_done_by_id ON handover_item (done_by_id);
CREATE INDEX ix_handover_item_handover_id ON handover_item (handover_id);
CREATE TABLE member_part (
	id INTEGER NOT NULL,
	plan_id INTEGER NOT NULL,
	citizen_id INTEGER NOT NULL,
	own_words TEXT NOT NULL,
	strengths TEXT NOT NULL,
	challenges TEXT NOT NULL,
	own_contribution TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_member_part PRIMARY KEY (id),
	CONSTRAINT uq_member_part_plan_id_citizen_id UNIQUE (plan_id, citizen_id),
	CONSTRAINT fk_member_part_plan_id FOREIGN KEY(plan_id) REFERENCES joint_plan (id),
	CONSTRAINT fk_member_part_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id)
)
 STRICT;
CREATE INDEX ix_member_part_citizen_id ON member_part (citizen_id);
CREATE INDEX ix_member_part_plan_id ON member_part (plan_id);
CREATE TABLE plan_version (
	id INTEGER NOT NULL,
	plan_id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	number INTEGER NOT NULL,
	content TEXT NOT NULL,
	schema_number INTEGER NOT NULL,
	sha256 TEXT NOT NULL,
	has_common_goal INTEGER NOT NULL,
	approved_at TEXT NOT NULL,
	approved_by_id INTEGER NOT NULL,
	from_on TEXT NOT NULL,
	until_on TEXT,
	CONSTRAINT pk_plan_version PRIMARY KEY (id),
	CONSTRAINT ck_plan_version_period CHECK (until_on IS NULL OR until_on >= from_on),
	CONSTRAINT uq_plan_version_plan_id_number UNIQUE (plan_id, number),
	CONSTRAINT fk_plan_version_plan_id FOREIGN KEY(plan_id) REFERENCES joint_plan (id),
	CONSTRAINT fk_plan_version_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_plan_version_approved_by_id FOREIGN KEY(approved_by_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_plan_version_approved_by_id ON plan_version (approved_by_id);
CREATE INDEX ix_plan_version_first ON plan_version (from_on, subject_id, plan_id, until_on) WHERE number = 1;
CREATE INDEX ix_plan_version_plan_id ON plan_version (plan_id);
CREATE INDEX ix_plan_version_plan_number ON plan_version (plan_id, number, from_on);
CREATE INDEX ix_plan_version_subject_days ON plan_version (subject_id, from_on, until_on);
CREATE INDEX ix_plan_version_subject_id ON plan_version (subject_id);
CREATE INDEX ix_plan_version_until ON plan_version (until_on, from_on, subject_id, plan_id, has_common_goal);
CREATE TABLE theme_score (
	id INTEGER NOT NULL,
	plan_id INTEGER NOT NULL,
	theme_id INTEGER NOT NULL,
	scored_on TEXT NOT NULL,
	score INTEGER NOT NULL,
	citizen_id INTEGER,
	employee_id INTEGER,
	contact_person_id INTEGER,
	CONSTRAINT pk_theme_score PRIMARY KEY (id),
	CONSTRAINT ck_theme_score_one_party CHECK ((citizen_id IS NOT NULL) + (employee_id IS NOT NULL) + (contact_person_id IS NOT NULL) <= 1),
	CONSTRAINT fk_theme_score_plan_id FOREIGN KEY(plan_id) REFERENCES joint_plan (id),
	CONSTRAINT fk_theme_score_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id),
	CONSTRAINT fk_theme_score_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_theme_score_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id),
	CONSTRAINT fk_theme_score_contact_person_id FOREIGN KEY(contact_person_id) REFERENCES contact_person (id)
)
 STRICT;
CREATE INDEX ix_theme_score_citizen_id ON theme_score (citizen_id);
CREATE INDEX ix_theme_score_contact_person_id ON theme_score (contact_person_id);
CREATE INDEX ix_theme_score_employee_id ON theme_score (employee_id);
CREATE INDEX ix_theme_score_plan_id ON theme_score (plan_id);
CREATE INDEX ix_theme_score_theme_id ON theme_score (theme_id);
CREATE TABLE viewpoint (
	id INTEGER NOT NULL,
	plan_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	about TEXT NOT NULL,
	says TEXT NOT NULL,
	member_id INTEGER,
	citizen_id INTEGER,
	employee_id INTEGER,
	contact_person_id INTEGER,
	version INTEGER NOT NULL,
	CONSTRAINT pk_viewpoint PRIMARY KEY (id),
	CONSTRAINT ck_viewpoint_one_party CHECK ((citizen_id IS NOT NULL) + (employee_id IS NOT NULL) + (contact_person_id IS NOT NULL) <= 1),
	CONSTRAINT fk_viewpoint_plan_id FOREIGN KEY(plan_id) REFERENCES joint_plan (id),
	CONSTRAINT fk_viewpoint_member_id FOREIGN KEY(member_id) REFERENCES citizen (id),
	CONSTRAINT fk_viewpoint_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_viewpoint_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id),
	CONSTRAINT fk_viewpoint_contact_person_id FOREIGN KEY(contact_person_id) REFERENCES contact_person (id)
)
 STRICT;
CREATE INDEX ix_viewpoint_citizen_id ON viewpoint (citizen_id);
CREATE INDEX ix_viewpoint_contact_person_id ON viewpoint (contact_person_id);
CREATE INDEX ix_viewpoint_employee_id ON viewpoint (employee_id);
CREATE INDEX ix_viewpoint_member_id ON viewpoint (member_id);
CREATE INDEX ix_viewpoint_plan_id ON viewpoint (plan_id);
CREATE TABLE agreement (
	id INTEGER NOT NULL,
	uid TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	what TEXT NOT NULL,
	made_on TEXT NOT NULL,
	citizen_id INTEGER,
	employee_id INTEGER,
	contact_person_id INTEGER,
	due_on TEXT,
	rhythm TEXT NOT NULL,
	meeting_id INTEGER,
	goal_id INTEGER,
	status TEXT NOT NULL,
	settled_on TEXT,
	not_done_reason TEXT NOT NULL,
	times_carried INTEGER NOT NULL,
	carried_meeting_id INTEGER,
	theme_id INTEGER,
	member_id INTEGER,
	version INTEGER NOT NULL,
	CONSTRAINT pk_agreement PRIMARY KEY (id),
	CONSTRAINT ck_agreement_one_party CHECK ((citizen_id IS NOT NULL) + (employee_id IS NOT NULL) + (contact_person_id IS NOT NULL) <= 1),
	CONSTRAINT uq_agreement_uid UNIQUE (uid),
	CONSTRAINT fk_agreement_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_agreement_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_agreement_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id),
	CONSTRAINT fk_agreement_contact_person_id FOREIGN KEY(contact_person_id) REFERENCES contact_person (id),
	CONSTRAINT fk_agreement_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_agreement_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id),
	CONSTRAINT fk_agreement_carried_meeting_id FOREIGN KEY(carried_meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_agreement_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id),
	CONSTRAINT fk_agreement_member_id FOREIGN KEY(member_id) REFERENCES citizen (id)
)
 STRICT;
CREATE INDEX ix_agreement_carried_meeting_id ON agreement (carried_meeting_id);
CREATE INDEX ix_agreement_citizen_id ON agreement (citizen_id);
CREATE INDEX ix_agreement_contact_person_id ON agreement (contact_person_id);
CREATE INDEX ix_agreement_due ON agreement (status, due_on);
CREATE INDEX ix_agreement_employee_id ON agreement (employee_id);
CREATE INDEX ix_agreement_goal_id ON agreement (goal_id);
CREATE INDEX ix_agreement_meeting_id ON agreement (meeting_id);
CREATE INDEX ix_agreement_member_id ON agreement (member_id);
CREATE INDEX ix_agreement_promise ON agreement (due_on, subject_id, status, settled_on) WHERE employee_id IS NOT NULL;
CREATE INDEX ix_agreement_subject_id ON agreement (subject_id);
CREATE INDEX ix_agreement_theme_id ON agreement (theme_id);
CREATE TABLE effort_goal (
	id INTEGER NOT NULL,
	effort_id INTEGER NOT NULL,
	goal_id INTEGER NOT NULL,
	CONSTRAINT pk_effort_goal PRIMARY KEY (id),
	CONSTRAINT uq_effort_goal_effort_id_goal_id UNIQUE (effort_id, goal_id),
	CONSTRAINT fk_effort_goal_effort_id FOREIGN KEY(effort_id) REFERENCES effort (id),
	CONSTRAINT fk_effort_goal_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id)
)
 STRICT;
CREATE INDEX ix_effort_goal_effort_id ON effort_goal (effort_id);
CREATE INDEX ix_effort_goal_goal_id ON effort_goal (goal_id);
CREATE TABLE goal_score (
	id INTEGER NOT NULL,
	goal_id INTEGER NOT NULL,
	scored_on TEXT NOT NULL,
	score INTEGER NOT NULL,
	citizen_id INTEGER,
	employee_id INTEGER,
	contact_person_id INTEGER,
	CONSTRAINT pk_goal_score PRIMARY KEY (id),
	CONSTRAINT ck_goal_score_one_party CHECK ((citizen_id IS NOT NULL) + (employee_id IS NOT NULL) + (contact_person_id IS NOT NULL) <= 1),
	CONSTRAINT fk_goal_score_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id),
	CONSTRAINT fk_goal_score_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_goal_score_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id),
	CONSTRAINT fk_goal_score_contact_person_id FOREIGN KEY(contact_person_id) REFERENCES contact_person (id)
)
 STRICT;
CREATE INDEX ix_goal_score_citizen_id ON goal_score (citizen_id);
CREATE INDEX ix_goal_score_contact_person_id ON goal_score (contact_person_id);
CREATE INDEX ix_goal_score_employee_id ON goal_score (employee_id);
CREATE INDEX ix_goal_score_goal_id ON goal_score (goal_id);
CREATE TABLE meeting_note (
	id INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	agenda_item_id INTEGER,
	kind TEXT NOT NULL,
	text TEXT NOT NULL,
	author_id INTEGER NOT NULL,
	written_at TEXT NOT NULL,
	order_key INTEGER NOT NULL,
	private INTEGER NOT NULL,
	removed INTEGER NOT NULL,
	was_said INTEGER NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_meeting_note PRIMARY KEY (id),
	CONSTRAINT fk_meeting_note_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_meeting_note_agenda_item_id FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id),
	CONSTRAINT fk_meeting_note_author_id FOREIGN KEY(author_id) REFERENCES employee (id)
)
 STRICT;
CREATE INDEX ix_meeting_note_agenda_item_id ON meeting_note (agenda_item_id);
CREATE INDEX ix_meeting_note_author_id ON meeting_note (author_id);
CREATE INDEX ix_meeting_note_meeting_id ON meeting_note (meeting_id);
CREATE TABLE paper (
	id INTEGER NOT NULL,
	uid TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	reader TEXT NOT NULL,
	file_name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	made_at TEXT NOT NULL,
	made_by_id INTEGER NOT NULL,
	meeting_id INTEGER,
	plan_version_id INTEGER,
	made_for TEXT NOT NULL,
	number INTEGER,
	mark TEXT NOT NULL,
	CONSTRAINT pk_paper PRIMARY KEY (id),
	CONSTRAINT uq_paper_uid UNIQUE (uid),
	CONSTRAINT fk_paper_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_paper_made_by_id FOREIGN KEY(made_by_id) REFERENCES employee (id),
	CONSTRAINT fk_paper_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_paper_plan_version_id FOREIGN KEY(plan_version_id) REFERENCES plan_version (id)
)
 STRICT;
CREATE INDEX ix_paper_made_by_id ON paper (made_by_id);
CREATE INDEX ix_paper_mark ON paper (mark);
CREATE INDEX ix_paper_meeting_id ON paper (meeting_id);
CREATE INDEX ix_paper_plan_version_id ON paper (plan_version_id);
CREATE INDEX ix_paper_sha256 ON paper (sha256);
CREATE INDEX ix_paper_subject_id ON paper (subject_id);
CREATE TABLE subgoal (
	id INTEGER NOT NULL,
	goal_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	title TEXT NOT NULL,
	reached_on TEXT,
	version INTEGER NOT NULL,
	CONSTRAINT pk_subgoal PRIMARY KEY (id),
	CONSTRAINT fk_subgoal_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id)
)
 STRICT;
CREATE INDEX ix_subgoal_goal_id ON subgoal (goal_id);
CREATE TABLE handout (
	id INTEGER NOT NULL,
	subject_id INTEGER NOT NULL,
	recipient TEXT NOT NULL,
	handed_on TEXT NOT NULL,
	way TEXT NOT NULL,
	noted_by_id INTEGER NOT NULL,
	plan_version_id INTEGER,
	paper_id INTEGER,
	withdrawn_at TEXT,
	withdrawn_because TEXT NOT NULL,
	CONSTRAINT pk_handout PRIMARY KEY (id),
	CONSTRAINT fk_handout_subject_id FOREIGN KEY(subject_id) REFERENCES subject (id),
	CONSTRAINT fk_handout_noted_by_id FOREIGN KEY(noted_by_id) REFERENCES employee (id),
	CONSTRAINT fk_handout_plan_version_id FOREIGN KEY(plan_version_id) REFERENCES plan_version (id),
	CONSTRAINT fk_handout_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id)
)
 STRICT;
CREATE INDEX ix_handout_noted_by_id ON handout (noted_by_id);
CREATE INDEX ix_handout_paper_id ON handout (paper_id);
CREATE INDEX ix_handout_plan_version_id ON handout (plan_version_id);
CREATE INDEX ix_handout_subject_id ON handout (subject_id);
CREATE TRIGGER handout_is_as_noted BEFORE UPDATE ON handout WHEN (NEW.subject_id IS NOT OLD.subject_id OR NEW.recipient IS NOT OLD.recipient OR NEW.handed_on IS NOT OLD.handed_on OR NEW.way IS NOT OLD.way OR NEW.plan_version_id IS NOT OLD.plan_version_id OR NEW.paper_id IS NOT OLD.paper_id) OR (OLD.withdrawn_at IS NOT NULL AND (NEW.withdrawn_at IS NOT OLD.withdrawn_at OR NEW.withdrawn_because IS NOT OLD.withdrawn_because)) BEGIN SELECT RAISE(ABORT, 'handout_is_as_noted'); END;
CREATE TRIGGER handout_paper_days AFTER INSERT ON handout BEGIN UPDATE meeting SET paper_days = (
    SELECT CAST(julianday(min(handout.handed_on)) - julianday(meeting.starts_on) AS INTEGER) FROM handout
    LEFT JOIN paper ON paper.id = handout.paper_id
    LEFT JOIN plan_version AS version ON version.id = handout.plan_version_id
    WHERE handout.subject_id = meeting.subject_id AND handout.withdrawn_at IS NULL
    AND ((paper.kind = 'minutes' AND paper.meeting_id = meeting.id) OR version.from_on >= meeting.starts_on)
) WHERE meeting.subject_id = NEW.subject_id; END;
CREATE TRIGGER handout_withdrawn_paper_days AFTER UPDATE OF withdrawn_at ON handout BEGIN UPDATE meeting SET paper_days = (
    SELECT CAST(julianday(min(handout.handed_on)) - julianday(meeting.starts_on) AS INTEGER) FROM handout
    LEFT JOIN paper ON paper.id = handout.paper_id
    LEFT JOIN plan_version AS version ON version.id = handout.plan_version_id
    WHERE handout.subject_id = meeting.subject_id AND handout.withdrawn_at IS NULL
    AND ((paper.kind = 'minutes' AND paper.meeting_id = meeting.id) OR version.from_on >= meeting.starts_on)
) WHERE meeting.subject_id = NEW.subject_id; END;
CREATE TABLE invitation (
	id INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	way TEXT NOT NULL,
	starts_on TEXT NOT NULL,
	starts_clock TEXT NOT NULL,
	sequence INTEGER NOT NULL,
	made_at TEXT NOT NULL,
	made_by_id INTEGER NOT NULL,
	paper_id INTEGER NOT NULL,
	citizen_id INTEGER,
	employee_id INTEGER,
	contact_person_id INTEGER,
	calls_off INTEGER NOT NULL,
	organizer TEXT NOT NULL,
	calendar_uid TEXT NOT NULL,
	CONSTRAINT pk_invitation PRIMARY KEY (id),
	CONSTRAINT ck_invitation_one_party CHECK ((citizen_id IS NOT NULL) + (employee_id IS NOT NULL) + (contact_person_id IS NOT NULL) <= 1),
	CONSTRAINT fk_invitation_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT fk_invitation_made_by_id FOREIGN KEY(made_by_id) REFERENCES employee (id),
	CONSTRAINT fk_invitation_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id),
	CONSTRAINT fk_invitation_citizen_id FOREIGN KEY(citizen_id) REFERENCES citizen (id),
	CONSTRAINT fk_invitation_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id),
	CONSTRAINT fk_invitation_contact_person_id FOREIGN KEY(contact_person_id) REFERENCES contact_person (id)
)
 STRICT;
CREATE INDEX ix_invitation_citizen_id ON invitation (citizen_id);
CREATE INDEX ix_invitation_contact_person_id ON invitation (contact_person_id);
CREATE INDEX ix_invitation_employee_id ON invitation (employee_id);
CREATE INDEX ix_invitation_made_by_id ON invitation (made_by_id);
CREATE INDEX ix_invitation_meeting_id ON invitation (meeting_id);
CREATE INDEX ix_invitation_paper_id ON invitation (paper_id);
CREATE TRIGGER invitation_stays BEFORE UPDATE ON invitation WHEN 1 BEGIN SELECT RAISE(ABORT, 'invitation_stays'); END;
CREATE TABLE paper_content (
	id INTEGER NOT NULL,
	paper_id INTEGER NOT NULL,
	content BLOB NOT NULL,
	CONSTRAINT pk_paper_content PRIMARY KEY (id),
	CONSTRAINT uq_paper_content_paper_id UNIQUE (paper_id),
	CONSTRAINT fk_paper_content_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id)
)
 STRICT;
CREATE INDEX ix_paper_content_paper_id ON paper_content (paper_id);
CREATE TABLE search_agreement (
	id INTEGER NOT NULL,
	folded TEXT NOT NULL,
	CONSTRAINT pk_search_agreement PRIMARY KEY (id),
	CONSTRAINT fk_search_agreement_id FOREIGN KEY(id) REFERENCES agreement (id)
)
 STRICT;
CREATE INDEX ix_search_agreement_folded ON search_agreement (folded);
CREATE VIRTUAL TABLE search_agreement_part USING fts5(folded, content = 'search_agreement', content_rowid = 'id', columnsize = 0, tokenize = 'trigram case_sensitive 1');
INSERT INTO search_agreement_part (search_agreement_part, rank) VALUES ('secure-delete', 1);
