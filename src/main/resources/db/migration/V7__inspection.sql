-- Spot checks and the monthly report of rectification (R-45, R-47..R-49).

create sequence spot_draw_no_seq start with 1 increment by 1;
create sequence spot_check_no_seq start with 1 increment by 1;

-- draws --------------------------------------------------------------------------------------------------------
create table spot_draw (
    draw_no varchar(32) primary key, -- CCPC-<year>-<number>
    unit varchar(32) not null references org_unit (code), -- who draws and checks
    method varchar(16) not null, -- RANDOM | CHOSEN
    topic varchar(200) not null,
    due_at timestamp with time zone not null, -- of the checks
    seed varchar(64), -- null: chosen by hand
    reason varchar(500), -- why these; null: at random
    wanted integer not null,
    drawn_up_at timestamp with time zone not null,
    drawn_up_by varchar(64) not null
);
create index spot_draw_unit_idx on spot_draw (unit, drawn_up_at);
-- What the draw was made from, as it was then, kept so that anybody can make it again.
create table spot_draw_project (
    draw_no varchar(32) not null references spot_draw (draw_no),
    project_code varchar(64) not null references project (code),
    drawn boolean not null,
    primary key (draw_no, project_code)
);

-- checks -------------------------------------------------------------------------------------------------------
create table spot_check (
    check_no varchar(32) primary key, -- CC-<year>-<number>
    draw_no varchar(32) not null references spot_draw (draw_no),
    project_code varchar(64) not null references project (code),
    unit varchar(32) not null references org_unit (code), -- the project's: it rectifies
    checking_unit varchar(32) not null references org_unit (code), -- HQ or the same branch
    topic varchar(200) not null,
    due_at timestamp with time zone not null,
    stage varchar(16) not null, -- ORDERED | RECTIFYING | CLOSED | NOT_DONE
    ordered_at timestamp with time zone not null,
    result varchar(16), -- CLEAN | FINDINGS | NOT_DONE
    checked_at timestamp with time zone,
    inspectors varchar(500),
    content varchar(4000),
    not_done_reason varchar(500),
    recorded_at timestamp with time zone,
    recorded_by varchar(64),
    record_no varchar(40),
    closed_at timestamp with time zone,
    unique (draw_no, project_code)
);
create index spot_check_unit_idx on spot_check (unit, ordered_at);
create index spot_check_project_idx on spot_check (project_code);
create table spot_check_item (
    check_no varchar(32) not null references spot_check (check_no),
    seq integer not null,
    part varchar(200) not null,
    hint varchar(500) not null,
    case_no varchar(32), -- the repair whose place is looked at again
    checked boolean not null,
    primary key (check_no, seq)
);
create table spot_finding (
    finding_no varchar(40) primary key, -- <check>-<seq>
    check_no varchar(32) not null references spot_check (check_no),
    seq integer not null,
    category varchar(32) not null,
    grade varchar(16) not null, -- ORDINARY | CONSIDERABLE | MAJOR
    handling varchar(16) not null, -- RECTIFY | REPAIR | EMERGENCY | STRUCTURAL
    part varchar(200) not null,
    description varchar(2000) not null,
    found_at timestamp with time zone not null,
    due_at timestamp with time zone not null, -- moves when a rectification is sent back
    status varchar(16) not null, -- OPEN | REPAIRING | RECTIFIED | VERIFIED
    case_no varchar(32) references repair_case (case_no),
    verified_at timestamp with time zone,
    unique (check_no, seq)
);
create index spot_finding_case_idx on spot_finding (case_no);
create index spot_finding_status_idx on spot_finding (status, due_at);
create table spot_rectification (
    finding_no varchar(40) not null references spot_finding (finding_no),
    round_no integer not null,
    due_at timestamp with time zone not null,
    rectified_at timestamp with time zone not null,
    responsible varchar(100) not null,
    measure varchar(2000) not null,
    evidence varchar(500),
    recorded_at timestamp with time zone not null,
    recorded_by varchar(64) not null,
    accepted boolean,
    remarks varchar(1000),
    decided_at timestamp with time zone,
    decided_by varchar(64),
    primary key (finding_no, round_no)
);

-- monthly reports ----------------------------------------------------------------------------------------------
create table rectification_report (
    report_no varchar(64) primary key, -- ZGBS-<year>-<month>-<unit>
    unit varchar(32) not null references org_unit (code),
    year_no integer not null,
    month_no integer not null,
    status varchar(16) not null, -- COMPILING | CONFIRMING | SUBMITTED | RETURNED | RECEIVED | ARCHIVED
    period_from timestamp with time zone not null,
    period_to timestamp with time zone not null, -- exclusive
    due_at timestamp with time zone not null, -- 24:00 of the month's last day
    current_due_at timestamp with time zone not null, -- later when HQ has sent it back
    started_at timestamp with time zone not null,
    compiled_at timestamp with time zone,
    remarks varchar(2000),
    first_submitted_at timestamp with time zone,
    submitted_at timestamp with time zone,
    submitted_by varchar(64),
    review_remarks varchar(1000),
    reviewed_at timestamp with time zone,
    reviewed_by varchar(64),
    archived_at timestamp with time zone,
    workbook bytea, -- as filed
    unique (unit, year_no, month_no)
);
-- Copies: the report says what was known when it was compiled.
create table rectification_line (
    report_no varchar(64) not null references rectification_report (report_no),
    seq integer not null,
    source varchar(16) not null, -- REPAIR | REVISIT | SPOT_CHECK
    ref_no varchar(40) not null, -- case or finding
    project_code varchar(64) not null references project (code),
    subject varchar(2400) not null,
    opened_at timestamp with time zone not null,
    due_at timestamp with time zone,
    done_at timestamp with time zone,
    state varchar(16) not null, -- VERIFIED | UNREPAIRED | OPEN | OVERDUE
    reason varchar(1000),
    remark varchar(500),
    primary key (report_no, seq)
);
create index rectification_line_ref_idx on rectification_line (ref_no);

-- The story of a draw, check or report, in Chinese, as people read it.
create table inspection_event (
    id bigint generated by default as identity primary key,
    subject varchar(64) not null,
    at timestamp with time zone not null,
    actor varchar(64) not null,
    title varchar(100) not null,
    detail varchar(4000)
);
create index inspection_event_subject_idx on inspection_event (subject, at);
