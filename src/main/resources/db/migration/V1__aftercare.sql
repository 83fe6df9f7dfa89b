-- Business tables of Aftercare; the engine keeps its own (ACT_*). Runs on PostgreSQL and on H2 in PostgreSQL mode.
-- Instants are timestamp with time zone, money is numeric(14,2) CNY, codes are the enums of the Java domain.

create sequence case_no_seq start with 1 increment by 1;
create sequence record_no_seq start with 1 increment by 1;

-- organisation -------------------------------------------------------------------------------------------------
create table org_unit (
    code varchar(32) primary key,
    name varchar(100) not null,
    headquarters boolean not null
);

-- calendar -----------------------------------------------------------------------------------------------------
create table calendar_year (
    year_no integer primary key,
    imported_at timestamp with time zone not null,
    imported_by varchar(64) not null
);
create table calendar_day (
    day date primary key,
    type varchar(16) not null, -- OFF | MAKEUP_WORKDAY
    year_no integer not null references calendar_year (year_no)
);

-- projects -----------------------------------------------------------------------------------------------------
create table project (
    code varchar(64) primary key,
    name varchar(200) not null,
    owner_name varchar(200) not null,
    owner_contact varchar(100) not null,
    owner_phone varchar(50) not null,
    address varchar(300) not null,
    unit varchar(32) not null references org_unit (code),
    management_mode varchar(32) not null, -- HQ_DIRECT | HQ_AUTHORISED | BRANCH_DIRECT
    accepted_on date not null,
    project_manager varchar(100) not null,
    supervision_authority varchar(200),
    design_unit varchar(200),
    scope_note varchar(2000),
    warranty_manager_id varchar(64), -- login of the named person; null: the group
    warranty_manager_name varchar(100),
    substitute_reason varchar(500),
    engineer_id varchar(64),
    engineer_name varchar(100),
    closed_on date
);
create index project_unit_idx on project (unit);
create table warranty_item (
    project_code varchar(64) not null references project (code),
    category varchar(32) not null, -- WATERPROOF | DECORATION | ELECTRICAL | PLUMBING | EQUIPMENT | HVAC | STRUCTURE | OTHER
    years integer, -- null when only an explicit end is promised
    explicit_end date, -- warranty letter or extension; wins and does not roll (R-10)
    primary key (project_code, category)
);
create table team_member (
    project_code varchar(64) not null references project (code),
    seq integer not null,
    role varchar(32) not null, -- WARRANTY_MANAGER | ENGINEER | TECHNICIAN
    name varchar(100) not null,
    phone varchar(50),
    primary key (project_code, seq)
);
create table project_machine (
    project_code varchar(64) not null references project (code),
    seq integer not null,
    name varchar(100) not null,
    quantity integer not null,
    purpose varchar(200),
    primary key (project_code, seq)
);
create table commitment_override (
    project_code varchar(64) not null references project (code),
    type varchar(32) not null,
    kind varchar(8) not null,
    amount integer not null,
    time_unit varchar(16) not null, -- HOUR | CALENDAR_DAY | WORKING_DAY
    primary key (project_code, type, kind)
);

-- repair cases -------------------------------------------------------------------------------------------------
create table repair_case (
    case_no varchar(32) primary key,
    project_code varchar(64) not null references project (code),
    unit varchar(32) not null references org_unit (code),
    received_at timestamp with time zone not null, -- T0
    recorded_at timestamp with time zone not null,
    recorded_by varchar(64) not null,
    late_entry_reason varchar(500),
    channel varchar(16) not null,
    reporter_name varchar(100) not null,
    reporter_phone varchar(50) not null,
    category varchar(32) not null,
    cause_category varchar(32), -- a consequential damage follows the cause's category
    location varchar(200) not null,
    description varchar(2000) not null,
    emergency boolean not null,
    structural boolean not null,
    public_area boolean not null,
    requested_at timestamp with time zone,
    stage varchar(32) not null,
    kind varchar(16) not null default 'ORDINARY', -- ORDINARY | EMERGENCY | STRUCTURAL
    severity varchar(16) not null, -- MINOR | MAJOR
    item_end date,
    inside_period boolean,
    item_end_provisional boolean not null default false,
    our_scope boolean,
    our_cause varchar(16), -- YES | NO | UNKNOWN
    charge_basis varchar(16),
    material_fee numeric(14, 2) not null default 0,
    labour_fee numeric(14, 2) not null default 0,
    management_fee numeric(14, 2) not null default 0,
    task_order_no varchar(32),
    task_note varchar(2000),
    site_technician varchar(100),
    crew varchar(500),
    materials_plan varchar(2000),
    repair_method varchar(2000),
    plan_text varchar(2000),
    planned_start_at timestamp with time zone,
    appointment_at timestamp with time zone,
    blocker varchar(32), -- reason that lifts the same-day promise, null = none
    blocker_note varchar(500),
    opinion varchar(2000),
    closed_at timestamp with time zone,
    close_reason varchar(500),
    process_instance_id varchar(64)
);
create index repair_case_unit_idx on repair_case (unit, received_at);
create index repair_case_project_idx on repair_case (project_code);
create index repair_case_received_idx on repair_case (received_at);

-- The findings of engineer and manager, every one kept (rules.md: both findings kept).
create table case_finding (
    id bigint generated by default as identity primary key,
    case_no varchar(32) not null references repair_case (case_no),
    found_at timestamp with time zone not null,
    found_by varchar(64) not null,
    role varchar(16) not null, -- ENGINEER | MANAGER
    our_scope boolean not null,
    our_cause varchar(16) not null,
    severity varchar(16) not null,
    cause_category varchar(32) not null,
    emergency boolean not null,
    structural boolean not null,
    evidence varchar(2000) not null
);
create index case_finding_case_idx on case_finding (case_no);

-- The story of a case, in Chinese, as people read it.
create table case_event (
    id bigint generated by default as identity primary key,
    case_no varchar(32) not null references repair_case (case_no),
    at timestamp with time zone not null,
    actor varchar(64) not null,
    title varchar(100) not null,
    detail varchar(4000)
);
create index case_event_case_idx on case_event (case_no, at);

create table acceptance_round (
    case_no varchar(32) not null references repair_case (case_no),
    round_no integer not null,
    work_done varchar(2000),
    finished_at timestamp with time zone,
    responsible varchar(100),
    self_check varchar(16), -- PASSED | FAILED
    self_check_note varchar(2000),
    accepted boolean,
    owner_representative varchar(100),
    decided_at timestamp with time zone,
    remarks varchar(2000),
    primary key (case_no, round_no)
);

create table quote (
    id bigint generated by default as identity primary key,
    case_no varchar(32) not null references repair_case (case_no),
    version_no integer not null,
    kind varchar(16) not null, -- AGREEMENT | MATERIAL_ONLY
    material numeric(14, 2) not null,
    labour numeric(14, 2) not null,
    management numeric(14, 2) not null,
    details varchar(2000) not null,
    outcome varchar(16), -- SIGNED | REFUSED | REQUOTE, null while open
    outcome_at timestamp with time zone,
    outcome_note varchar(1000),
    unique (case_no, version_no)
);

-- service commitments ------------------------------------------------------------------------------------------
create table commitment_anchor (
    case_no varchar(32) not null references repair_case (case_no),
    anchor varchar(32) not null, -- RECEIVED | TECHNICIAN_NOTIFIED | STARTED | SIGNED | ACCEPTED | CLASSIFIED | SCHEME_ACCEPTED
    at timestamp with time zone not null,
    primary key (case_no, anchor)
);
create table commitment (
    id bigint generated by default as identity primary key,
    case_no varchar(32) not null references repair_case (case_no),
    unit varchar(32) not null,
    type varchar(32) not null,
    kind varchar(8) not null, -- HARD | TARGET
    anchor_at timestamp with time zone not null,
    due_at timestamp with time zone not null,
    remind_at timestamp with time zone not null,
    provisional boolean not null,
    owner_specified boolean not null,
    status varchar(16) not null, -- RUNNING | PAUSED | MET | BREACHED | MET_LATE | CANCELLED
    met_at timestamp with time zone,
    process_instance_id varchar(64),
    unique (case_no, type, kind)
);
create index commitment_status_idx on commitment (status, due_at);
create table commitment_step (
    id bigint generated by default as identity primary key,
    commitment_id bigint not null references commitment (id),
    level varchar(16) not null, -- REMINDER | MANAGER | PMD_MANAGER | HQ_PMD
    due_at timestamp with time zone not null,
    fired_at timestamp with time zone,
    told varchar(1000), -- user or group ids, comma separated
    unique (commitment_id, level, due_at)
);
create table case_pause (
    id bigint generated by default as identity primary key,
    case_no varchar(32) not null references repair_case (case_no),
    reason varchar(16) not null, -- MATERIAL | ACCESS | OWNER
    note varchar(500) not null,
    paused_by varchar(64) not null,
    from_at timestamp with time zone not null,
    to_at timestamp with time zone,
    resumed_by varchar(64)
);
create index case_pause_case_idx on case_pause (case_no);

-- records and files --------------------------------------------------------------------------------------------
create table service_record (
    record_no varchar(40) primary key,
    case_no varchar(32) not null references repair_case (case_no),
    project_code varchar(64) not null references project (code),
    unit varchar(32) not null,
    kind varchar(32) not null, -- TASK_ORDER | WARRANTY_RECORD
    created_at timestamp with time zone not null,
    content bytea not null
);
create index service_record_case_idx on service_record (case_no);
create table attachment (
    id varchar(36) primary key,
    case_no varchar(32) not null references repair_case (case_no),
    purpose varchar(32) not null, -- PHOTO | SIGNED_SCAN | OTHER
    file_name varchar(200) not null,
    media_type varchar(100) not null,
    size_bytes bigint not null,
    sha256 varchar(64) not null,
    uploaded_by varchar(64) not null,
    uploaded_at timestamp with time zone not null,
    content bytea not null
);
create index attachment_case_idx on attachment (case_no);

create table idempotency_key (
    user_id varchar(64) not null,
    key_value varchar(200) not null,
    body_sha256 varchar(64) not null,
    case_no varchar(32) not null references repair_case (case_no),
    created_at timestamp with time zone not null,
    primary key (user_id, key_value)
);
