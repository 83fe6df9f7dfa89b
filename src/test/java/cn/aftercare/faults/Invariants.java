package cn.aftercare.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to hold in the database after whatever happened; read from its tables, without asking the program. */
final class Invariants {

    private final JdbcClient jdbc;

    Invariants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param accepted case numbers by the keys of the reports people were given a number for */
    void hold(Map<String, String> accepted) {
        accepted.forEach(
                (key, caseNo) -> assertThat(strings("select case_no from idempotency_key where key_value = ?", key))
                        .as("the case of report " + key)
                        .containsExactly(caseNo));
        none(
                "reports of the same place in the register twice",
                "select location from repair_case group by location having count(*) > 1");
        none("cases nobody was told the number of", """
                select case_no from repair_case c
                where not exists (select 1 from idempotency_key k where k.case_no = c.case_no)
                """);
        commitments();
        flows();
        records();
        notifications();
    }

    private void commitments() {
        none("open commitments whose clock does not run", """
                select c.case_no || ' ' || c.type from commitment c where c.status in ('RUNNING', 'PAUSED', 'BREACHED')
                    and not exists (select 1 from act_ru_execution e where e.id_ = c.process_instance_id)
                """);
        none("clocks of commitments that are over", """
                select e.business_key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where d.key_ = 'service-commitment' and e.parent_id_ is null and not exists
                    (select 1 from commitment c where c.process_instance_id = e.id_
                        and c.status in ('RUNNING', 'PAUSED', 'BREACHED'))
                """);
        none("running commitments without exactly one timer", """
                select c.case_no || ' ' || c.type || ' ' || count(j.id_) from commitment c
                left join act_ru_job j on j.process_instance_id_ = c.process_instance_id and j.type_ = 'timer'
                where c.status = 'RUNNING' group by c.id having count(j.id_) <> 1
                """);
        none("commitments promised twice", """
                select case_no || ' ' || type || ' ' || kind from commitment group by case_no, type, kind having count(*) > 1
                """);
        none("reminders recorded twice", """
                select commitment_id || ' ' || level from commitment_step group by commitment_id, level, due_at
                having count(*) > 1
                """);
    }

    private void flows() {
        none("cases under way that stand still, without task, job or incident", """
                select c.case_no from repair_case c
                where c.stage not in ('CLOSED', 'REJECTED', 'NO_AGREEMENT')
                    and not exists (select 1 from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.root_proc_inst_id_ = c.process_instance_id)
                    and not exists (select 1 from act_ru_job j where j.root_proc_inst_id_ = c.process_instance_id)
                    and not exists (select 1 from act_ru_incident i join act_ru_execution e on e.id_ = i.proc_inst_id_
                        where e.root_proc_inst_id_ = c.process_instance_id)
                """);
        none("flows of cases that are over", """
                select c.case_no from repair_case c join act_ru_execution e on e.id_ = c.process_instance_id
                where c.stage in ('CLOSED', 'REJECTED', 'NO_AGREEMENT')
                """);
        none("tasks done twice", """
                select p.business_key_ || ' ' || t.name_ from act_hi_taskinst t
                join act_hi_procinst p on p.id_ = t.root_proc_inst_id_ and p.proc_def_key_ = 'repair'
                group by p.business_key_, t.name_ having count(*) > 1
                """);
    }

    private void records() {
        none("finished cases without exactly one task order and one record", """
                select c.case_no || ' ' || count(r.record_no) from repair_case c
                left join service_record r on r.case_no = c.case_no and r.kind in ('TASK_ORDER', 'WARRANTY_RECORD')
                where c.stage = 'CLOSED' group by c.case_no
                having count(r.record_no) <> 2 or count(distinct r.kind) <> 2
                """);
        none("rounds of acceptance that are missing", """
                select case_no from acceptance_round group by case_no having max(round_no) <> count(*)
                """);
        none("finished cases whose owner has not accepted the last round", """
                select c.case_no from repair_case c where c.stage = 'CLOSED' and not exists
                    (select 1 from acceptance_round r where r.case_no = c.case_no and r.accepted)
                """);
    }

    private void notifications() {
        none("notifications neither sent nor on their way", """
                select n.notification_id from notification n where n.outcome is null and not exists
                    (select 1 from act_ru_variable v join act_ru_job j on j.process_instance_id_ = v.proc_inst_id_
                        where v.name_ = 'deliveryId' and v.long_ = n.id)
                """);
    }

    private void none(String what, String sql) {
        assertThat(strings(sql)).as(what).isEmpty();
    }

    private List<String> strings(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(String.class).list();
    }
}
