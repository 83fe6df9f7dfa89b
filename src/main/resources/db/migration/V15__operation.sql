-- The standstill of the job executors that is going on, if any. One row, which the nodes lock to take turns, so that one
-- of them speaks for all.
create table job_watch (
    id integer primary key,
    since timestamp with time zone, -- when the oldest waiting job was due; null: all is well
    told_at timestamp with time zone, -- when the mail about it was taken
    recovered_at timestamp with time zone -- the mail about that still has to go
);
insert into job_watch (id) values (1);
