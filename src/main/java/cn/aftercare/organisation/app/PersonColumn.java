package cn.aftercare.organisation.app;

import cn.aftercare.organisation.LoginName;
import cn.aftercare.sheet.Column;

/** The columns of the people sheet, in the order they are written; they may be read in any order. */
enum PersonColumn implements Column {
    LOGIN("登录名", true, 64, LoginName.CHARACTERS + ",每人一个,以后不能改"),
    NAME("姓名", true, 100, "中文姓名"),
    ROLES("岗位", true, 2000, "“管理单位 岗位”,多个用分号隔开;填的是全部岗位,没有列出的会收回;没有岗位的填“无”"),
    MAIL("邮箱", false, 200, "可不填;提醒和督办发往这里");

    private final String header;
    private final boolean required;
    private final int maxLength;
    private final String note;

    PersonColumn(String header, boolean required, int maxLength, String note) {
        this.header = header;
        this.required = required;
        this.maxLength = maxLength;
        this.note = note;
    }

    @Override
    public String header() {
        return header;
    }

    @Override
    public boolean required() {
        return required;
    }

    @Override
    public int maxLength() {
        return maxLength;
    }

    /** Chinese, how the column is filled in. */
    String note() {
        return note;
    }
}
