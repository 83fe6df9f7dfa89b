package cn.aftercare.project.app;

import cn.aftercare.sheet.Column;

/** The columns of the project sheet, in the order they are written; they may be read in any order. */
enum SheetColumn implements Column {
    CODE("工程编号", true, 64),
    NAME("工程名称", true, 200),
    OWNER_NAME("业主名称", true, 200),
    OWNER_CONTACT("业主联系人", true, 100),
    OWNER_PHONE("业主电话", true, 50),
    ADDRESS("工程地点", true, 300),
    UNIT("管理单位", true, 32),
    MODE("管理方式", true, 32),
    ACCEPTED_ON("竣工验收日期", true, 32),
    PROJECT_MANAGER("项目经理", true, 100),
    ITEMS("保修项目", true, 1000),
    AUTHORITY("监督机构", false, 200),
    DESIGN_UNIT("设计单位", false, 200),
    SCOPE_NOTE("保修范围说明", false, 2000),
    MANAGER("维保经理", false, 100),
    MANAGER_LOGIN("维保经理登录名", false, 64),
    SUBSTITUTE_REASON("更换原因", false, 500),
    ENGINEER("专业工程师", false, 100),
    ENGINEER_LOGIN("专业工程师登录名", false, 64),
    TECHNICIANS("维修技工", false, 2000),
    CLOCKS("时限调整", false, 1000),
    OWNER_MAIL("业主邮箱", false, 200);

    private final String header;
    private final boolean required;
    private final int maxLength;

    SheetColumn(String header, boolean required, int maxLength) {
        this.header = header;
        this.required = required;
        this.maxLength = maxLength;
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

    @Override
    public boolean date() {
        return this == ACCEPTED_ON;
    }
}
