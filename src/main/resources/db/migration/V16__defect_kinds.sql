-- Which kind of defect a case is about, category and part of the building, so that the cases of one kind are found without
-- reading all others of the category. KindsOfOldCases enters those from before.
create table quality_defect (
    case_no varchar(32) not null,
    kind varchar(300) not null,
    received_at timestamp with time zone not null,
    constraint quality_defect_pk primary key (case_no),
    constraint quality_defect_case_fk foreign key (case_no) references repair_case (case_no)
);
create index quality_defect_kind_idx on quality_defect (kind, received_at);
drop index repair_case_kind_idx;
