package cn.aftercare.record.document;

import static cn.aftercare.record.document.FormCell.centred;
import static cn.aftercare.record.document.FormCell.label;
import static cn.aftercare.record.document.FormCell.signature;
import static cn.aftercare.record.document.FormCell.text;
import static cn.aftercare.record.document.FormCell.value;

import cn.aftercare.record.Deadline;
import cn.aftercare.record.RecordKind;
import cn.aftercare.record.SpotCheckRecordData;
import org.springframework.stereotype.Component;

/** Prints 《监督抽查记录》 as a Word file: what was checked, what was found, and how each finding was put right. */
@Component
public class SpotCheckDocument {

    private static final String BLANK_DATE = "日期:      年   月   日";

    public byte[] write(SpotCheckRecordData data) {
        PaperForm form = new PaperForm(
                RecordKind.SPOT_CHECK_RECORD.label(), data.projectName(), "编号:" + data.recordNo(), data.createdAt());
        form.numbers("编号:" + data.recordNo(), "抽查编号:" + data.checkNo());
        form.row(PaperForm.LINE, label(2, "工程名称"), value(10, data.projectName()));
        form.row(
                PaperForm.LINE,
                label(2, "业主名称"),
                value(4, data.ownerName()),
                label(2, "工程地点"),
                value(4, data.address()));
        form.row(
                PaperForm.LINE,
                label(2, "所属单位"),
                value(4, data.unitName()),
                label(2, "抽查单位"),
                value(4, data.checkingUnitName()));
        form.row(
                PaperForm.LINE,
                label(2, "检查时间"),
                value(4, Written.time(data.checkedAt())),
                label(2, "检查人员"),
                value(4, data.inspectors()));
        form.row(PaperForm.LINE, label(2, "抽查内容"), value(10, data.topic()));
        form.row(PaperForm.LINE, label(2, "已检查项目"), value(10, data.checkedParts()));
        form.row(1600, label(2, "检查情况"), text(10, data.content()));
        findings(form, data);
        form.wholeRow(
                1300,
                label(2, "抽查单位"),
                signature(4, "", 400, "签字:", BLANK_DATE),
                label(2, "所属单位"),
                signature(4, "", 400, "签字:", BLANK_DATE));
        return form.bytes();
    }

    private static void findings(PaperForm form, SpotCheckRecordData data) {
        if (data.findings().isEmpty()) {
            form.row(PaperForm.LINE, label(2, "发现的问题"), value(10, "未发现问题"));
            return;
        }
        form.row(PaperForm.LINE, label(1, "序号"), label(5, "发现的问题"), label(4, "整改情况"), label(2, "复查合格"));
        for (SpotCheckRecordData.Finding f : data.findings()) {
            form.row(
                    900,
                    centred(1, String.valueOf(f.seq())),
                    text(
                            5,
                            f.kind() + "\n" + f.part() + ":" + f.description() + "\n整改期限:"
                                    + Written.deadline(Deadline.at(f.dueAt()))),
                    text(4, String.join("\n", f.rounds())),
                    text(2, f.verifiedBy() + "\n" + Written.day(f.verifiedAt())));
        }
    }
}
