-- What the repair flow keeps of a case beyond its notice.
alter table repair_case add column site_technician_id varchar(64); -- login; null: the group
alter table repair_case add column borrowed_crew varchar(500); -- people borrowed from the company (R-25, R-26)
alter table repair_case add column contact_note varchar(2000);
alter table repair_case add column informed varchar(100); -- who was told the plan (R-68)
alter table repair_case add column satisfaction varchar(16); -- of the visit after the repair (R-73)
alter table repair_case add column guidance varchar(2000); -- daily-maintenance help given (R-30)
alter table repair_case add column record_no varchar(40); -- of the archived warranty record (R-38)
alter table repair_case add column record_place varchar(200); -- where the signed paper is kept

create index repair_case_stage_idx on repair_case (stage, received_at);
create index commitment_case_idx on commitment (case_no);
