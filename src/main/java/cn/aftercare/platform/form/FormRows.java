package cn.aftercare.platform.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a form's list, which arrive as one JSON value; rows nobody typed anything into do not count. */
final class FormRows {

    private FormRows() {}

    static List<Map<String, Object>> of(@Nullable Object value) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (value instanceof SpinJsonNode list && list.isArray()) {
            for (SpinJsonNode element : list.elements()) {
                Map<String, Object> row = element.isObject() ? row(element) : Map.of();
                if (row.values().stream().anyMatch(FormRows::typed)) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static Map<String, Object> row(SpinJsonNode element) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (String field : element.fieldNames()) {
            SpinJsonNode v = element.prop(field);
            if (v.isString()) {
                row.put(field, v.stringValue());
            } else if (v.isBoolean()) {
                row.put(field, v.boolValue());
            } else if (v.isNumber()) {
                row.put(field, v.numberValue());
            }
        }
        return row;
    }

    /** An unticked box is not something typed. */
    private static boolean typed(Object value) {
        return !Boolean.FALSE.equals(value) && !value.toString().isBlank();
    }
}
