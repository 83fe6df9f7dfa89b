package cn.aftercare.record.document;

import static cn.aftercare.record.document.FormCell.centred;
import static cn.aftercare.record.document.FormCell.label;
import static cn.aftercare.record.document.FormCell.signature;
import static cn.aftercare.record.document.FormCell.text;
import static cn.aftercare.record.document.FormCell.value;

import cn.aftercare.record.RecordKind;
import cn.aftercare.record.TrainingRecordData;
import org.springframework.stereotype.Component;

/** Prints 《培训记录》 as a Word file: materials, trainers, courses, and what every attendee came to. */
@Component
public class TrainingRecordDocument {

    private static final String BLANK_DATE = "日期:      年   月   日";

    public byte[] write(TrainingRecordData data) {
        PaperForm form = new PaperForm(
                RecordKind.TRAINING_RECORD.label(), data.projectName(), "编号:" + data.recordNo(), data.createdAt());
        form.numbers("编号:" + data.recordNo(), "培训编号:" + data.trainingNo());
        form.row(PaperForm.LINE, label(2, "工程名称"), value(10, data.projectName()));
        form.row(
                PaperForm.LINE,
                label(2, "业主名称"),
                value(4, data.ownerName()),
                label(2, "培训单位"),
                value(4, data.unitName()));
        form.row(PaperForm.LINE, label(2, "培训科目"), value(4, data.subject()), label(2, "费用"), value(4, "免费"));
        form.row(
                PaperForm.LINE,
                label(2, "操作和维修保养手册"),
                value(4, data.manualVersion()),
                label(2, "培训大纲和讲义"),
                value(4, data.outlineVersion()));
        form.row(900, label(2, "教员与内容"), text(10, String.join("\n", data.rounds())));
        form.row(900, label(2, "课程"), text(10, String.join("\n", data.courses())));
        form.row(PaperForm.LINE, label(1, "序号"), label(2, "姓名"), label(3, "岗位"), label(4, "考核"), label(2, "结果"));
        for (TrainingRecordData.Line l : data.lines()) {
            form.row(
                    PaperForm.LINE,
                    centred(1, String.valueOf(l.seq())),
                    text(2, l.name()),
                    text(3, l.position()),
                    text(4, l.scores()),
                    text(2, l.result()));
        }
        form.row(PaperForm.LINE, label(2, "业主签认"), value(10, data.signedBy() + " " + data.signedOn()));
        form.wholeRow(
                1300,
                label(2, "培训单位"),
                signature(4, "", 400, "签字:", BLANK_DATE),
                label(2, "业主"),
                signature(4, "", 400, "签字:", BLANK_DATE));
        return form.bytes();
    }
}
