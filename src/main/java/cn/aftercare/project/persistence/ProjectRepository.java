package cn.aftercare.project.persistence;

import cn.aftercare.commitment.ClockOverride;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.TimeUnit;
import cn.aftercare.platform.persistence.Instants;
import cn.aftercare.platform.persistence.Units;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Machine;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.project.Project;
import cn.aftercare.project.Team;
import cn.aftercare.project.TeamMember;
import cn.aftercare.project.WarrantyItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Projects with their items, technicians, machines and clocks. */
@Repository
public class ProjectRepository {

    private static final int CHUNK = 500;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String TECHNICIAN = "TECHNICIAN";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batch;
    private final Clock clock;

    ProjectRepository(JdbcClient jdbc, NamedParameterJdbcOperations batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    public Optional<Project> find(String code) {
        return findAll(List.of(code)).stream().findFirst();
    }

    /** Those that exist, by code. */
    public List<Project> findAll(Collection<String> codes) {
        List<Project> found = new ArrayList<>();
        for (List<String> chunk : chunks(codes)) {
            Children children = children(chunk);
            found.addAll(jdbc.sql("select * from project where code in (:codes) order by code")
                    .param("codes", chunk)
                    .query((rs, i) -> project(rs, children))
                    .list());
        }
        return found;
    }

    /** Keeps others from changing these projects until the transaction ends. */
    public void lock(Collection<String> codes) {
        for (List<String> chunk : chunks(new TreeSet<>(codes))) {
            jdbc.sql("select code from project where code in (:codes) order by code for update")
                    .param("codes", chunk)
                    .query(String.class)
                    .list();
        }
    }

    /** Codes of the projects of these units (null: all) whose code, name or owner contains the text (null: any). */
    public List<String> codes(Collection<String> units, String text, int offset, int limit) {
        return select(
                        "select code from project",
                        units,
                        text,
                        " order by code offset :offset rows fetch next :limit rows only")
                .param("offset", offset)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    public long count(Collection<String> units, String text) {
        return select("select count(*) from project", units, text, "")
                .query(Long.class)
                .single();
    }

    /** Codes of the units projects may belong to. */
    public Set<String> units() {
        return new TreeSet<>(
                jdbc.sql("select code from org_unit").query(String.class).list());
    }

    /** By code; projects without one are missing. */
    public Map<String, String> ownerMails(Collection<String> codes) {
        Map<String, String> mails = new HashMap<>();
        for (List<String> chunk : chunks(new TreeSet<>(codes))) {
            jdbc.sql("select code, owner_mail from project where code in (:codes) and owner_mail is not null")
                    .param("codes", chunk)
                    .query(rs -> {
                        mails.put(rs.getString("code"), rs.getString("owner_mail"));
                    });
        }
        return mails;
    }

    /** @param mail empty: none */
    public void ownerMail(String code, String mail) {
        jdbc.sql("update project set owner_mail = ? where code = ?")
                .params(mail.isEmpty() ? null : mail, code)
                .update();
    }

    /** New projects; DuplicateKeyException if one is there already. */
    public void insert(List<Project> projects) {
        batch.batchUpdate("""
                insert into project (code, name, owner_name, owner_contact, owner_phone, address, unit, management_mode,
                    accepted_on, project_manager, supervision_authority, design_unit, scope_note, warranty_manager_id,
                    warranty_manager_name, substitute_reason, engineer_id, engineer_name, closed_on,
                    registered_on)
                values (:code, :name, :ownerName, :ownerContact, :ownerPhone, :address, :unit, :managementMode,
                    :acceptedOn, :projectManager, :supervisionAuthority, :designUnit, :scopeNote, :managerId,
                    :managerName, :substituteReason, :engineerId, :engineerName, :closedOn,
                    :registeredOn)
                """, parameters(projects));
        insertChildren(projects);
    }

    public void update(List<Project> projects) {
        batch.batchUpdate("""
                update project set name = :name, owner_name = :ownerName, owner_contact = :ownerContact,
                    owner_phone = :ownerPhone, address = :address, unit = :unit, management_mode = :managementMode,
                    accepted_on = :acceptedOn, project_manager = :projectManager,
                    supervision_authority = :supervisionAuthority, design_unit = :designUnit, scope_note = :scopeNote,
                    warranty_manager_id = :managerId, warranty_manager_name = :managerName,
                    substitute_reason = :substituteReason, engineer_id = :engineerId, engineer_name = :engineerName,
                    closed_on = :closedOn
                where code = :code
                """, parameters(projects));
        for (String table : List.of("warranty_item", "team_member", "project_machine", "commitment_override")) {
            batch.batchUpdate(
                    "delete from " + table + " where project_code = :code",
                    projects.stream()
                            .map(p -> new MapSqlParameterSource("code", p.code()))
                            .toArray(SqlParameterSource[]::new));
        }
        insertChildren(projects);
    }

    private JdbcClient.StatementSpec select(String select, Collection<String> units, String text, String tail) {
        String sql = select + " where " + Units.clause("unit", units);
        if (text != null) {
            sql += " and (lower(code) like :text escape '!' or lower(name) like :text escape '!'"
                    + " or lower(owner_name) like :text escape '!')";
        }
        JdbcClient.StatementSpec spec = jdbc.sql(sql + tail).param("units", units);
        if (text != null) {
            String literal = text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
            spec = spec.param("text", "%" + literal + "%");
        }
        return spec;
    }

    private SqlParameterSource[] parameters(List<Project> projects) {
        LocalDate registeredOn = LocalDate.ofInstant(clock.instant(), SHANGHAI);
        return projects.stream()
                .map(p -> new MapSqlParameterSource()
                        .addValue("code", p.code())
                        .addValue("name", p.name())
                        .addValue("ownerName", p.ownerName())
                        .addValue("ownerContact", p.ownerContact())
                        .addValue("ownerPhone", p.ownerPhone())
                        .addValue("address", p.address())
                        .addValue("unit", p.unit())
                        .addValue("managementMode", p.managementMode().name())
                        .addValue("acceptedOn", p.acceptedOn())
                        .addValue("projectManager", p.projectManager())
                        .addValue("supervisionAuthority", p.supervisionAuthority())
                        .addValue("designUnit", p.designUnit())
                        .addValue("scopeNote", p.scopeNote())
                        .addValue("managerId", p.team().managerId())
                        .addValue("managerName", p.team().managerName())
                        .addValue("substituteReason", p.team().substituteReason())
                        .addValue("engineerId", p.team().engineerId())
                        .addValue("engineerName", p.team().engineerName())
                        .addValue("closedOn", p.closedOn(), java.sql.Types.DATE)
                        .addValue("registeredOn", registeredOn))
                .toArray(SqlParameterSource[]::new);
    }

    private void insertChildren(List<Project> projects) {
        List<SqlParameterSource> items = new ArrayList<>();
        List<SqlParameterSource> technicians = new ArrayList<>();
        List<SqlParameterSource> machines = new ArrayList<>();
        List<SqlParameterSource> overrides = new ArrayList<>();
        for (Project p : projects) {
            for (WarrantyItem item : p.items()) {
                items.add(of(p).addValue("category", item.category().name())
                        .addValue("years", item.years(), java.sql.Types.INTEGER)
                        .addValue("explicitEnd", item.explicitEnd(), java.sql.Types.DATE));
            }
            int seq = 1;
            for (TeamMember member : p.team().technicians()) {
                technicians.add(of(p).addValue("seq", seq++)
                        .addValue("role", TECHNICIAN)
                        .addValue("name", member.name())
                        .addValue("phone", member.phone()));
            }
            seq = 1;
            for (Machine machine : p.machines()) {
                machines.add(of(p).addValue("seq", seq++)
                        .addValue("name", machine.name())
                        .addValue("quantity", machine.quantity())
                        .addValue("purpose", machine.purpose()));
            }
            for (ClockOverride override : p.overrides()) {
                overrides.add(of(p).addValue("type", override.type().name())
                        .addValue("kind", override.kind().name())
                        .addValue("amount", override.amount())
                        .addValue("timeUnit", override.unit().name()));
            }
        }
        insert(
                "insert into warranty_item (project_code, category, years, explicit_end)"
                        + " values (:code, :category, :years, :explicitEnd)",
                items);
        insert(
                "insert into team_member (project_code, seq, role, name, phone)"
                        + " values (:code, :seq, :role, :name, :phone)",
                technicians);
        insert(
                "insert into project_machine (project_code, seq, name, quantity, purpose)"
                        + " values (:code, :seq, :name, :quantity, :purpose)",
                machines);
        insert(
                "insert into commitment_override (project_code, type, kind, amount, time_unit)"
                        + " values (:code, :type, :kind, :amount, :timeUnit)",
                overrides);
    }

    private static MapSqlParameterSource of(Project project) {
        return new MapSqlParameterSource("code", project.code());
    }

    private void insert(String sql, List<SqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            batch.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
        }
    }

    private Children children(List<String> codes) {
        Children children = new Children(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        children("warranty_item", "category", codes, rs -> add(children.items(), rs, warrantyItem(rs)));
        children("team_member", "seq", codes, rs -> {
            if (rs.getString("role").equals(TECHNICIAN)) {
                add(children.technicians(), rs, new TeamMember(rs.getString("name"), rs.getString("phone")));
            }
        });
        children(
                "project_machine",
                "seq",
                codes,
                rs -> add(
                        children.machines(),
                        rs,
                        new Machine(rs.getString("name"), rs.getInt("quantity"), rs.getString("purpose"))));
        children(
                "commitment_override",
                "type",
                codes,
                rs -> add(
                        children.overrides(),
                        rs,
                        new ClockOverride(
                                CommitmentType.valueOf(rs.getString("type")),
                                CommitmentKind.valueOf(rs.getString("kind")),
                                rs.getInt("amount"),
                                TimeUnit.valueOf(rs.getString("time_unit")))));
        return children;
    }

    private void children(
            String table, String order, List<String> codes, org.springframework.jdbc.core.RowCallbackHandler row) {
        jdbc.sql("select * from " + table + " where project_code in (:codes) order by project_code, " + order)
                .param("codes", codes)
                .query(row);
    }

    private static <T> void add(Map<String, List<T>> map, ResultSet rs, T child) throws SQLException {
        map.computeIfAbsent(rs.getString("project_code"), c -> new ArrayList<>())
                .add(child);
    }

    private static WarrantyItem warrantyItem(ResultSet rs) throws SQLException {
        return new WarrantyItem(
                DefectCategory.valueOf(rs.getString("category")),
                rs.getObject("years", Integer.class),
                rs.getObject("explicit_end", LocalDate.class));
    }

    private static Project project(ResultSet rs, Children children) throws SQLException {
        String code = rs.getString("code");
        Team team = new Team(
                rs.getString("warranty_manager_id"),
                rs.getString("warranty_manager_name"),
                rs.getString("substitute_reason"),
                rs.getString("engineer_id"),
                rs.getString("engineer_name"),
                children.technicians().getOrDefault(code, List.of()));
        return new Project(
                code,
                rs.getString("name"),
                rs.getString("owner_name"),
                rs.getString("owner_contact"),
                rs.getString("owner_phone"),
                rs.getString("address"),
                rs.getString("unit"),
                ManagementMode.valueOf(rs.getString("management_mode")),
                rs.getObject("accepted_on", LocalDate.class),
                rs.getString("project_manager"),
                rs.getString("supervision_authority"),
                rs.getString("design_unit"),
                rs.getString("scope_note"),
                team,
                children.items().getOrDefault(code, List.of()),
                children.machines().getOrDefault(code, List.of()),
                children.overrides().getOrDefault(code, List.of()),
                rs.getObject("closed_on", LocalDate.class));
    }

    public void close(String code, LocalDate day, String reason, String by) {
        jdbc.sql("update project set closed_on = ?, closed_reason = ?, closed_by = ?, closed_at = ? where code = ?")
                .params(day, reason, by, Instants.utc(clock.instant()), code)
                .update();
    }

    public void registeredOn(String code, LocalDate day) {
        jdbc.sql("update project set registered_on = ? where code = ?")
                .params(day, code)
                .update();
    }

    private static List<List<String>> chunks(Collection<String> codes) {
        List<String> all = List.copyOf(codes);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return chunks;
    }

    private record Children(
            Map<String, List<WarrantyItem>> items,
            Map<String, List<TeamMember>> technicians,
            Map<String, List<Machine>> machines,
            Map<String, List<ClockOverride>> overrides) {}
}
