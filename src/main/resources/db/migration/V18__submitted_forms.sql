-- What a person handed in with a form, word for word: one row for a task or start instead of several for each field in the
-- history of the engine, which forgets it together with how the case went.
create table submitted_form (
    activity_instance_id varchar(64) not null,
    process_instance_id varchar(64) not null,
    fields text not null, -- JSON, as the form sent them
    constraint submitted_form_pk primary key (activity_instance_id)
);
create index submitted_form_process_idx on submitted_form (process_instance_id);
