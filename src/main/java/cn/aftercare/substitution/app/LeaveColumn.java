package cn.aftercare.substitution.app;

import cn.aftercare.sheet.Column;

/** The columns of the leave sheet, in the order they are written; they may be read in any order. */
enum LeaveColumn implements Column {
    UNIT("管理单位", "unit", 100, "名称或代码,如 南京分公司 或 nanjing;移交的是在该单位的岗位"),
    ABSENT("休假人", "absent", 64, "登录名"),
    SUBSTITUTE("替岗人", "substitute", 64, "登录名,在同一单位有岗位"),
    FIRST_DAY("休假首日", "firstDay", 32, "日期,如 2026-01-31"),
    LAST_DAY("休假末日", "lastDay", 32, "日期,含当日"),
    REASON("事由", "reason", 500, "如:年休假");

    private final String header;
    private final String field;
    private final int maxLength;
    private final String note;

    LeaveColumn(String header, String field, int maxLength, String note) {
        this.header = header;
        this.field = field;
        this.maxLength = maxLength;
        this.note = note;
    }

    @Override
    public String header() {
        return header;
    }

    /** The name of the same field on the page. */
    String field() {
        return field;
    }

    @Override
    public boolean required() {
        return true;
    }

    @Override
    public int maxLength() {
        return maxLength;
    }

    @Override
    public boolean date() {
        return this == FIRST_DAY || this == LAST_DAY;
    }

    /** Chinese, how the column is filled in. */
    String note() {
        return note;
    }
}
