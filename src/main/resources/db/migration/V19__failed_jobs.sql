-- How many jobs that failed at every attempt the administrator has been told of.
alter table job_watch add column failures_told bigint default 0 not null;
