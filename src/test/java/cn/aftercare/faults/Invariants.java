package cn.aftercare.faults;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to hold in the database after whatever happened; read from its tables, without asking the program. */
final class Invariants {

    private static final Pattern ROUND = Pattern.compile("第\\d+次维修验收");

    private final JdbcClient jdbc;

    Invariants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param loads everything that was reported to this database */
    void hold(Load... loads) {
        Map<String, String> accepted = new HashMap<>();
        Map<String, String> left = new HashMap<>();
        Set<String> late = new HashSet<>();
        Set<String> refused = new HashSet<>();
        for (Load load : loads) {
            accepted.putAll(load.accepted());
            left.putAll(load.left());
            late.addAll(load.late());
            refused.addAll(load.refused());
        }
        register(accepted);
        commitments(left.keySet(), late);
        flows(left);
        records(refused);
        notifications();
    }

    /** @param accepted case numbers by the keys of the reports people were given a number for */
    private void register(Map<String, String> accepted) {
        accepted.forEach(
                (key, caseNo) -> assertThat(strings("select case_no from idempotency_key where key_value = ?", key))
                        .as("the case of report " + key)
                        .containsExactly(caseNo));
        assertThat(strings("select case_no from repair_case"))
                .as("the register")
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(accepted.values());
        none(
                "reports of the same place in the register twice",
                "select location from repair_case group by location having count(*) > 1");
    }

    private void commitments(Set<String> left, Set<String> late) {
        assertThat(strings("select case_no from commitment where status in ('RUNNING', 'PAUSED', 'BREACHED')"))
                .as("open cases with promises to be kept")
                .containsAll(left);
        assertThat(strings("select case_no from commitment where status = 'BREACHED' and kind = 'HARD'"))
                .as("cases reported too late, with a broken promise")
                .containsAll(late);
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
        none("broken promises without exactly one timer that takes them to the next level", """
                select c.case_no || ' ' || c.type || ' ' || count(j.id_) from commitment c
                left join act_ru_job j on j.process_instance_id_ = c.process_instance_id and j.type_ = 'timer'
                where c.status = 'BREACHED' and c.kind = 'HARD' and not exists
                    (select 1 from commitment_step s where s.commitment_id = c.id and s.level = 'HQ_PMD'
                        and s.due_at > c.due_at)
                group by c.id having count(j.id_) <> 1
                """);
    }

    /** @param left the one task each open case waits for */
    private void flows(Map<String, String> left) {
        assertThat(strings("""
                        select c.case_no || ' ' || t.name_ from repair_case c
                        join act_ru_execution e on e.root_proc_inst_id_ = c.process_instance_id
                        join act_ru_task t on t.proc_inst_id_ = e.id_
                        """))
                .as("what is to be done next")
                .containsExactlyInAnyOrderElementsOf(left.entrySet().stream()
                        .map(next -> next.getKey() + " " + next.getValue())
                        .toList());
        assertThat(strings("select case_no from repair_case where stage not in ('CLOSED', 'REJECTED', 'NO_AGREEMENT')"))
                .as("cases under way")
                .containsExactlyInAnyOrderElementsOf(left.keySet());
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
        none("tasks there was no reason to do again", """
                select p.business_key_ || ' ' || t.name_ from act_hi_taskinst t
                join act_hi_procinst p on p.id_ = t.root_proc_inst_id_ and p.proc_def_key_ = 'repair'
                group by p.business_key_, t.name_ having count(*) > 1 + (
                    select count(*) from acceptance_round r where r.case_no = p.business_key_ and not r.accepted
                        and t.name_ in ('维修施工', '自检', '业主验收'))
                """);
    }

    /** @param refused cases whose first acceptance was refused */
    private void records(Set<String> refused) {
        none("finished cases without exactly one task order and one record", """
                select c.case_no || ' ' || count(r.record_no) from repair_case c
                left join service_record r on r.case_no = c.case_no and r.kind in ('TASK_ORDER', 'WARRANTY_RECORD')
                where c.stage = 'CLOSED' group by c.case_no
                having count(r.record_no) <> 2 or count(distinct r.kind) <> 2
                """);
        assertThat(strings("select case_no from acceptance_round where round_no = 1 and not accepted"))
                .as("cases refused in the first round")
                .containsExactlyInAnyOrderElementsOf(refused);
        jdbc.sql("""
                        select c.case_no, r.content from repair_case c
                        join service_record r on r.case_no = c.case_no and r.kind = 'WARRANTY_RECORD'
                        where c.stage = 'CLOSED'
                        """).query(row -> {
            String caseNo = row.getString("case_no");
            boolean twice = refused.contains(caseNo);
            assertThat(strings(
                            "select round_no || ' ' || accepted from acceptance_round where case_no = ? order by round_no",
                            caseNo))
                    .as("the rounds of " + caseNo)
                    .isEqualTo(twice ? List.of("1 false", "2 true") : List.of("1 true"));
            assertThat(rounds(row.getBytes("content")))
                    .as("the rounds in the record of " + caseNo)
                    .isEqualTo(twice ? List.of("第1次维修验收", "第2次维修验收") : List.of("第1次维修验收"));
        });
    }

    /** The headings of the rounds in a filed record. */
    private static List<String> rounds(byte[] record) {
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(record)))) {
            return ROUND.matcher(words.getText())
                    .results()
                    .map(MatchResult::group)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void notifications() {
        none("notifications neither sent nor on their way", """
                select n.notification_id from notification n where n.outcome is null and not exists
                    (select 1 from act_ru_variable v join act_ru_job j on j.process_instance_id_ = v.proc_inst_id_
                        where v.name_ = 'deliveryId' and v.long_ = n.id)
                """);
    }

    /**
     * Everybody who was to be told of a promise got a mail: everything was sent, and nothing waits any more.
     *
     * @param again whether a mail may have arrived twice, under the same id: something broke while it was under way
     */
    void delivered(PostOffice mail, boolean again) throws MessagingException {
        assertThat(strings("select notification_id || ' ' || addressee || ' ' || outcome from notification"))
                .as("notifications")
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(strings("""
                        select 'commitment-' || s.commitment_id || '-' || s.level || '-'
                            || floor(extract(epoch from s.due_at))::bigint || ' ' || person || ' SENT'
                        from commitment_step s, unnest(string_to_array(s.told, ',')) person
                        """));
        List<String> arrived = mail.arrived();
        List<String> each = arrived.stream().distinct().toList();
        assertThat(each.stream().map(m -> m.replaceAll(" \\S+$", "")))
                .as("mails")
                .containsExactlyInAnyOrderElementsOf(
                        strings("select notification_id || ' ' || addressee from notification where outcome = 'SENT'"));
        if (!again) {
            assertThat(arrived).as("mails that arrived twice").doesNotHaveDuplicates();
        }
    }

    private void none(String what, String sql) {
        assertThat(strings(sql)).as(what).isEmpty();
    }

    private List<String> strings(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(String.class).list();
    }
}
