-- The promise that counts in every figure: one per case and type, the hard one where the case has it, else the target.
-- A cancelled promise never counts. The register, the dashboard and the lists behind it all read this view, so that they
-- cannot disagree.
create view counted_promise as
select m.case_no, m.type, m.kind, m.status, m.due_at, m.met_at
from commitment m
    left join commitment h on h.case_no = m.case_no and h.type = m.type and h.kind = 'HARD' and h.status <> 'CANCELLED'
        and m.kind = 'TARGET'
where m.status <> 'CANCELLED' and h.case_no is null;
