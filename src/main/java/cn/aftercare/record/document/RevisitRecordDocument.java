package cn.aftercare.record.document;

import static cn.aftercare.record.document.FormCell.label;
import static cn.aftercare.record.document.FormCell.signature;
import static cn.aftercare.record.document.FormCell.text;
import static cn.aftercare.record.document.FormCell.value;

import cn.aftercare.record.RecordKind;
import cn.aftercare.record.RevisitRecordData;
import org.springframework.stereotype.Component;

/** Prints 《工程回访记录表》 as a Word file; the owner signs it on paper. */
@Component
public class RevisitRecordDocument {

    private static final String BLANK_DATE = "日期:      年   月   日";

    public byte[] write(RevisitRecordData data) {
        PaperForm form = new PaperForm(
                RecordKind.REVISIT_RECORD.label(), data.projectName(), "编号:" + data.recordNo(), data.createdAt());
        form.numbers("编号:" + data.recordNo(), "回访编号:" + data.visitNo());
        form.row(PaperForm.LINE, label(2, "工程名称"), value(10, data.projectName()));
        form.row(
                PaperForm.LINE,
                label(2, "业主名称"),
                value(4, data.ownerName()),
                label(2, "竣工时间"),
                value(4, Written.day(data.completedOn())));
        form.row(PaperForm.LINE, label(2, "工程地点"), value(10, data.address()));
        form.row(
                PaperForm.LINE,
                label(2, "回访日期"),
                value(4, Written.day(data.visitedAt())),
                label(2, "回访负责人"),
                value(4, data.responsible()));
        form.row(900, label(2, "被访问人员的部门、职务及姓名"), text(10, data.interviewees()));
        form.row(2600, label(2, "回访情况及需要解决的问题"), text(10, situation(data)));
        form.wholeRow(1500, label(2, "业主单位签字或盖章/日期"), signature(10, "", 520, "签字或盖章:", BLANK_DATE));
        form.row(1600, label(2, "处理结果"), text(10, data.result()));
        form.wholeRow(
                1200,
                label(2, "项目管理部/日期"),
                signature(
                        10,
                        "核实人:" + PlainText.singleLine(data.verifiedBy()),
                        260,
                        "签字:",
                        "日期:" + Written.day(data.verifiedAt())));
        return form.bytes();
    }

    private static String situation(RevisitRecordData data) {
        StringBuilder text = new StringBuilder(data.situation());
        for (int i = 0; i < data.found().size(); i++) {
            text.append('\n').append(i + 1).append(". ").append(data.found().get(i));
        }
        return text.toString();
    }
}
