package cn.aftercare.inspection.persistence;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Narrows a query to units, named parameter {@code units}. */
final class Units {

    private Units() {}

    /** @param units null: all */
    static String clause(String column, @Nullable Collection<String> units) {
        return units == null ? "true" : units.isEmpty() ? "false" : column + " in (:units)";
    }
}
