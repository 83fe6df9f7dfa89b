-- Technical consultation and help with daily maintenance (R-30, R-63).

create sequence consultation_no_seq start with 1 increment by 1;

create table consultation (
    consultation_no varchar(32) primary key, -- ZX-<year>-<number>
    project_code varchar(64) not null references project (code),
    unit varchar(32) not null references org_unit (code),
    kind varchar(16) not null, -- QUESTION | GUIDANCE
    channel varchar(16) not null,
    asker_name varchar(100) not null,
    asker_phone varchar(50) not null,
    question varchar(2000) not null,
    received_at timestamp with time zone not null, -- T0, also of the repair it may become
    late_entry_reason varchar(500),
    recorded_at timestamp with time zone not null,
    recorded_by varchar(64) not null,
    due_at timestamp with time zone not null, -- a target
    reminded_at timestamp with time zone,
    stage varchar(16) not null, -- ASKED | ANSWERED | SETTLED
    answer varchar(4000),
    answered_at timestamp with time zone,
    answered_by varchar(64),
    defect_category varchar(32), -- null: nothing to repair
    defect_location varchar(200),
    defect_description varchar(2000),
    emergency boolean,
    structural boolean,
    public_area boolean,
    case_no varchar(32) references repair_case (case_no),
    told_at timestamp with time zone,
    told_channel varchar(16),
    told_by varchar(64),
    told_note varchar(500)
);
create index consultation_unit_idx on consultation (unit, received_at);
create index consultation_project_idx on consultation (project_code);
