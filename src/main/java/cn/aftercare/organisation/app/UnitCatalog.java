package cn.aftercare.organisation.app;

import cn.aftercare.organisation.Unit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The units of this installation, from {@code aftercare.units}; {@code hq} must be among them. */
@ConfigurationProperties("aftercare")
public class UnitCatalog {

    private final Map<String, Unit> units = new LinkedHashMap<>();

    UnitCatalog(List<Entry> units) {
        if (units != null) {
            units.stream()
                    .map(entry -> Unit.of(entry.code(), entry.name()))
                    .sorted(Comparator.comparing(unit -> !unit.headquarters()))
                    .forEach(this::add);
        }
        if (this.units.values().stream().noneMatch(Unit::headquarters)) {
            throw new IllegalStateException("aftercare.units: the unit hq is missing (缺少总部 hq)");
        }
    }

    private void add(Unit unit) {
        if (unit.code() == null || !unit.code().matches("[a-z][a-z0-9]{0,31}")) {
            throw new IllegalStateException(
                    "aftercare.units: code must be lower-case letters and digits (单位代码只能是小写字母和数字): " + unit.code());
        }
        if (unit.name() == null || unit.name().isBlank()) {
            throw new IllegalStateException("aftercare.units: name of " + unit.code() + " is missing (缺少单位名称)");
        }
        if (units.put(unit.code(), unit) != null) {
            throw new IllegalStateException("aftercare.units: two units " + unit.code() + " (单位代码重复)");
        }
    }

    /** HQ first, then as configured. */
    public List<Unit> all() {
        return List.copyOf(units.values());
    }

    /** One entry of the configuration. */
    public record Entry(String code, String name) {}
}
