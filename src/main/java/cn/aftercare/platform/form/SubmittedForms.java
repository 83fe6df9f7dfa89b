package cn.aftercare.platform.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people handed in with each form, word for word, for as long as the engine remembers the process. */
@Repository
public class SubmittedForms {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    SubmittedForms(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps the fields with something in them. */
    void keep(String activityInstanceId, String processInstanceId, Map<String, Object> fields) {
        ObjectNode written = json.createObjectNode();
        fields.forEach((key, value) -> {
            if (value != null) {
                written.set(key, node(value));
            }
        });
        jdbc.sql("insert into submitted_form (activity_instance_id, process_instance_id, fields) values (?, ?, ?)")
                .params(activityInstanceId, processInstanceId, written.toString())
                .update();
    }

    private JsonNode node(Object value) {
        return value instanceof SpinJsonNode list ? read(list.toString()) : json.valueToTree(value);
    }

    /** Of these process instances: the fields by activity instance. */
    public Map<String, JsonNode> of(Collection<String> processInstances) {
        Map<String, JsonNode> forms = new HashMap<>();
        if (!processInstances.isEmpty()) {
            jdbc.sql("select activity_instance_id, fields from submitted_form where process_instance_id in (:ids)")
                    .param("ids", processInstances)
                    .query((rs, n) -> forms.put(rs.getString(1), read(rs.getString(2))))
                    .list();
        }
        return forms;
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the morning, after the engine has removed the history of what is past its time. */
    @Scheduled(cron = "0 30 6 * * *", zone = "Asia/Shanghai")
    @Transactional
    public void forget() {
        jdbc.sql("""
                        delete from submitted_form where not exists
                            (select 1 from act_hi_procinst h where h.proc_inst_id_ = submitted_form.process_instance_id)
                        """).update();
    }
}
