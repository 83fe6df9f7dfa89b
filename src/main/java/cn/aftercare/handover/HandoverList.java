package cn.aftercare.handover;

import java.util.List;

/** The two checklists at the completion acceptance; everything on them has to be done. */
public enum HandoverList {
    ARCHIVE("移交工程档案", List.of("竣工图", "竣工验收资料", "隐蔽工程与试验记录", "设备材料合格证与说明书", "使用与维修保养手册", "《工程质量保修书》")),
    SITE("清理施工现场", List.of("收尾主干人员已安排", "收尾材料、机具已留足", "临时设施已拆除", "建筑垃圾已清运", "成品保护与环境卫生已检查", "钥匙与场地已移交"));

    private final String label;
    private final List<String> items;

    HandoverList(String label, List<String> items) {
        this.label = label;
        this.items = items;
    }

    /** The Chinese name people read. */
    public String label() {
        return label;
    }

    public List<String> items() {
        return items;
    }
}
