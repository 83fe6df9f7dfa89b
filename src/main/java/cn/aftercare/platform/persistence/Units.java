package cn.aftercare.platform.persistence;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Narrows a query to the units a person may see; their codes are its named parameter {@code units}. */
public final class Units {

    private Units() {}

    /**
     * A condition, to stand after {@code where} or {@code and}. Without units, or with none, it has no parameter.
     *
     * @param units null: all; empty: none
     */
    public static String clause(String column, @Nullable Collection<String> units) {
        return units == null ? "true" : units.isEmpty() ? "false" : column + " in (:units)";
    }
}
