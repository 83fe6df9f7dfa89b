-- Spot checks and the monthly report of rectification (R-47..R-49).

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
    wanted integer not null,
    drawn_up_at timestamp with time zone not null,
    drawn_up_by varchar(64) not null,
    process_instance_id varchar(64)
);
-- What the draw was made from, kept so that anybody can make it again.
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
    stage varchar(16) not null, -- ORDERED | RECORDING | RECTIFYING | CLOSED | NOT_DONE
    ordered_at timestamp with time zone not null,
    checked_on date,
    inspectors varchar(500),
    content varchar(4000),
    not_done_reason varchar(500),
    recorded_at timestamp with time zone,
    recorded_by varchar(64),
    closed_at timestamp with time zone,
    process_instance_id varchar(64),
    unique (draw_no, project_code)
);
create index spot_check_unit_idx on spot_check (unit, ordered_at);
create index spot_check_project_idx on spot_check (project_code);
create table spot_finding (
    finding_no varchar(40) primary key, -- <check>-<seq>
    check_no varchar(32) not null references spot_check (check_no),
    seq integer not null,
    part varchar(200) not null,
    description varchar(2000) not null,
    found_at timestamp with time zone not null,
    due_at timestamp with time zone not null, -- moves when a rectification is sent back
    status varchar(16) not null, -- OPEN | RECTIFIED | VERIFIED
    rectified_at timestamp with time zone, -- when last said to be done
    verified_at timestamp with time zone,
    unique (check_no, seq)
);
create table spot_rectification (
    finding_no varchar(40) not null references spot_finding (finding_no),
    round_no integer not null,
    due_at timestamp with time zone not null,
    rectified_at timestamp with time zone not null,
    responsible varchar(100) not null,
    measure varchar(2000) not null,
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
    due_at timestamp with time zone not null, -- 24:00 of the month's last day
    current_due_at timestamp with time zone not null, -- later when HQ has sent it back
    started_at timestamp with time zone not null,
    compiled_at timestamp with time zone,
    remarks varchar(2000),
    taken_out_reason varchar(1000),
    first_submitted_at timestamp with time zone,
    submitted_at timestamp with time zone,
    submitted_by varchar(64),
    review_remarks varchar(1000),
    reviewed_at timestamp with time zone,
    reviewed_by varchar(64),
    archived_at timestamp with time zone,
    process_instance_id varchar(64),
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
    state varchar(16) not null, -- VERIFIED | OPEN | OVERDUE
    taken_out boolean not null default false,
    primary key (report_no, seq)
);

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
