-- Satisfaction surveys (R-54, R-56..R-58). Every constraint has a name, so that it can be changed in the same words on
-- PostgreSQL and H2.
create sequence survey_no_seq start with 1 increment by 1;

create table survey (
    survey_no varchar(32) not null, -- MYD-<year>-<number>
    project_code varchar(64) not null,
    unit varchar(32) not null, -- who asks
    dossier_no varchar(32), -- number of the visit; null: a survey of its own
    year_no integer not null, -- the year it counts for
    opened_at timestamp with time zone not null,
    contact_name varchar(100) not null,
    contact_phone varchar(50) not null,
    status varchar(16) not null, -- OPEN | ANSWERED | DECLINED
    source varchar(16), -- LINK | PAPER
    total numeric(5, 2), -- 合计
    remarks varchar(2000), -- 其它需要说明的情况
    filled_by varchar(100), -- 填表人
    filled_phone varchar(50), -- 联系电话
    filled_on date, -- 填写日期
    signed varchar(100), -- 业主(或监理)签章, on paper only
    answered_at timestamp with time zone,
    entered_by varchar(64), -- login of who typed the paper in
    declined_at timestamp with time zone,
    declined_by varchar(64),
    declined_reason varchar(500),
    record_no varchar(40),
    constraint survey_pk primary key (survey_no),
    constraint survey_project_fk foreign key (project_code) references project (code),
    constraint survey_unit_fk foreign key (unit) references org_unit (code),
    constraint survey_dossier_key unique (dossier_no)
);
create index survey_unit_idx on survey (unit, year_no);
create index survey_project_idx on survey (project_code);

create table survey_score (
    survey_no varchar(32) not null,
    factor varchar(32) not null, -- SurveyFactor
    points integer not null, -- 100 | 80 | 60 | 30 | 0
    constraint survey_score_pk primary key (survey_no, factor),
    constraint survey_score_survey_fk foreign key (survey_no) references survey (survey_no),
    constraint survey_score_points_ck check (points in (100, 80, 60, 30, 0))
);

-- A link is a secret: only its fingerprint is kept.
create table survey_link (
    token_sha256 varchar(64) not null,
    survey_no varchar(32) not null,
    expires_at timestamp with time zone not null,
    created_by varchar(64) not null,
    created_at timestamp with time zone not null,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    constraint survey_link_pk primary key (token_sha256),
    constraint survey_link_survey_fk foreign key (survey_no) references survey (survey_no)
);
create index survey_link_survey_idx on survey_link (survey_no);
