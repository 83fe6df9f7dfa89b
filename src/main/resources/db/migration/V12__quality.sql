-- Quality information (R-74..R-81) and the yearly survey. Every constraint has a name, so that it can be changed in the same
-- words on PostgreSQL and H2.
create sequence quality_no_seq start with 1 increment by 1;

create table quality_item (
    item_no varchar(32) not null, -- ZL-<year>-<number>
    project_code varchar(64) not null, -- the project that gave rise to it
    unit varchar(32) not null, -- the unit concerned
    source varchar(16) not null, -- QualitySource
    channel varchar(16), -- of a complaint: ContactChannel
    origin varchar(120), -- what raised it by itself, so that it raises one only; null: by hand
    content varchar(2000) not null,
    raised_by varchar(64) not null, -- login, or system
    by_owner boolean not null, -- the owner has to be told what came of it
    owner_name varchar(100), -- who of the owner's people said it
    owner_phone varchar(50),
    raised_at timestamp with time zone not null,
    repeated_kind varchar(300), -- category and part of a repeated defect
    state varchar(16) not null, -- QualityState
    grade varchar(16), -- QualityGrade
    construction boolean not null,
    design boolean not null,
    quality_system boolean not null,
    several boolean not null, -- several departments are concerned
    analysis varchar(2000),
    assessment varchar(2000),
    round_no integer not null,
    ending varchar(16), -- EFFECTIVE | DECIDED
    decision varchar(2000), -- the recorded decision, or the verified effect
    told_at timestamp with time zone,
    told_by varchar(64),
    told_how varchar(16),
    told_note varchar(1000),
    record_no varchar(40),
    closed_at timestamp with time zone,
    process_instance_id varchar(64),
    constraint quality_item_pk primary key (item_no),
    constraint quality_item_project_fk foreign key (project_code) references project (code),
    constraint quality_item_unit_fk foreign key (unit) references org_unit (code),
    constraint quality_item_origin_key unique (origin)
);
create index quality_item_unit_idx on quality_item (unit, raised_at);
create index quality_item_project_idx on quality_item (project_code);
create index quality_item_kind_idx on quality_item (repeated_kind);

-- The cases, visits and surveys behind an item.
create table quality_reference (
    item_no varchar(32) not null,
    reference varchar(32) not null,
    constraint quality_reference_pk primary key (item_no, reference),
    constraint quality_reference_item_fk foreign key (item_no) references quality_item (item_no)
);
create index quality_reference_idx on quality_reference (reference);

-- Only one at a time counts the cases of one kind of defect.
create table quality_repetition (
    kind varchar(300) not null,
    constraint quality_repetition_pk primary key (kind)
);

create table quality_answer (
    item_no varchar(32) not null,
    round_no integer not null,
    route varchar(20) not null, -- QualityRoute
    answer varchar(2000),
    review_kind varchar(32), -- INTERNAL_AUDIT | MANAGEMENT_REVIEW
    answered_at timestamp with time zone,
    answered_by varchar(64),
    constraint quality_answer_pk primary key (item_no, round_no, route),
    constraint quality_answer_item_fk foreign key (item_no) references quality_item (item_no)
);

create table quality_measure (
    item_no varchar(32) not null,
    seq integer not null,
    round_no integer not null,
    route varchar(20) not null,
    kind varchar(16) not null, -- CORRECTIVE | PREVENTIVE
    content varchar(1000) not null,
    person varchar(64) not null, -- login
    due_on date not null, -- last day, inclusive
    result varchar(1000),
    done_at timestamp with time zone,
    done_by varchar(64),
    constraint quality_measure_pk primary key (item_no, seq),
    constraint quality_measure_item_fk foreign key (item_no) references quality_item (item_no)
);

create table quality_verification (
    item_no varchar(32) not null,
    round_no integer not null,
    effective boolean not null,
    finding varchar(2000) not null,
    verified_at timestamp with time zone not null,
    verified_by varchar(64) not null,
    constraint quality_verification_pk primary key (item_no, round_no),
    constraint quality_verification_item_fk foreign key (item_no) references quality_item (item_no)
);

-- What somebody has to do until when.
create sequence quality_step_seq start with 1 increment by 1;
create table quality_step (
    id bigint not null,
    item_no varchar(32) not null,
    step varchar(16) not null, -- QualityStep
    subject varchar(20), -- route of an answer, number of a measure
    group_id varchar(64) not null, -- who does it
    person varchar(64), -- or this person
    remind_at timestamp with time zone not null,
    due_at timestamp with time zone not null,
    reminded_at timestamp with time zone,
    overdue_at timestamp with time zone,
    done_at timestamp with time zone,
    clock_id varchar(64), -- process instance
    constraint quality_step_pk primary key (id),
    constraint quality_step_item_fk foreign key (item_no) references quality_item (item_no)
);
create index quality_step_item_idx on quality_step (item_no);

create table quality_event (
    id bigint generated by default as identity,
    item_no varchar(40) not null,
    at timestamp with time zone not null,
    actor varchar(64) not null,
    title varchar(100) not null,
    detail varchar(4000),
    constraint quality_event_pk primary key (id)
);
create index quality_event_item_idx on quality_event (item_no, at);

create index repair_case_kind_idx on repair_case (category, received_at);

-- the yearly survey ------------------------------------------------------------------------------------------------
alter table project add column owner_mail varchar(200);

create table year_survey (
    year_no integer not null,
    opened_at timestamp with time zone not null,
    opened_by varchar(64) not null,
    closes_at timestamp with time zone not null, -- the end of the period
    closed_at timestamp with time zone,
    conclusion varchar(2000),
    constraint year_survey_pk primary key (year_no)
);
create table year_questionnaire (
    survey_no varchar(32) not null,
    year_no integer not null,
    project_code varchar(64) not null,
    mail varchar(200), -- where it was sent to last
    sent_at timestamp with time zone,
    failure varchar(500), -- why it could not be sent
    chased_at timestamp with time zone,
    rounds integer not null, -- whose turn it was: sent first, then chased
    constraint year_questionnaire_pk primary key (survey_no),
    constraint year_questionnaire_key unique (year_no, project_code),
    constraint year_questionnaire_survey_fk foreign key (survey_no) references survey (survey_no),
    constraint year_questionnaire_year_fk foreign key (year_no) references year_survey (year_no)
);
