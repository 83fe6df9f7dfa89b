package cn.aftercare.organisation.persistence;

import cn.aftercare.organisation.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table org_unit, which projects and cases refer to. */
@Repository
public class UnitTable {

    private final JdbcClient jdbc;

    UnitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever imports people waits here for who is doing so already. */
    public void lockAll() {
        jdbc.sql("select code from org_unit order by code for update")
                .query(String.class)
                .list();
    }

    /** Adds the unit or takes over its new name; a unit is never deleted, its cases stay. */
    public void save(Unit unit) {
        int known = jdbc.sql("update org_unit set name = :name, headquarters = :hq where code = :code")
                .param("name", unit.name())
                .param("hq", unit.headquarters())
                .param("code", unit.code())
                .update();
        if (known == 0) {
            jdbc.sql("insert into org_unit (code, name, headquarters) values (:code, :name, :hq)")
                    .param("code", unit.code())
                    .param("name", unit.name())
                    .param("hq", unit.headquarters())
                    .update();
        }
    }
}
