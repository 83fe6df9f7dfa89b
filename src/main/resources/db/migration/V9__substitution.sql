-- Who acts for whom during a leave. Every constraint has a name, so that it can be changed in the same words on
-- PostgreSQL and H2.
create sequence substitution_no_seq start with 1 increment by 1;

create table substitution (
    substitution_no varchar(32) not null, -- TG-<year>-<number>
    unit varchar(32) not null,
    absent_user varchar(64) not null,
    substitute_user varchar(64) not null,
    first_day date not null,
    last_day date not null, -- inclusive
    reason varchar(500) not null,
    status varchar(16) not null, -- SubstitutionStatus
    recorded_by varchar(64) not null,
    recorded_at timestamp with time zone not null,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_by varchar(64), -- null: the leave ran out
    constraint substitution_pk primary key (substitution_no),
    constraint substitution_unit_fk foreign key (unit) references org_unit (code),
    constraint substitution_days_ck check (first_day <= last_day)
);
create index substitution_absent_idx on substitution (absent_user, status);
create index substitution_unit_idx on substitution (unit, first_day);

-- The groups a substitute was put into, to be taken out of them again; own groups are not among them.
create table lent_group (
    substitution_no varchar(32) not null,
    group_id varchar(64) not null,
    constraint lent_group_pk primary key (substitution_no, group_id),
    constraint lent_group_substitution_fk foreign key (substitution_no) references substitution (substitution_no)
);
