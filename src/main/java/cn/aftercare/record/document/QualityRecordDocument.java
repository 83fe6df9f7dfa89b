package cn.aftercare.record.document;

import static cn.aftercare.record.document.FormCell.label;
import static cn.aftercare.record.document.FormCell.signature;
import static cn.aftercare.record.document.FormCell.text;
import static cn.aftercare.record.document.FormCell.value;

import cn.aftercare.record.QualityRecordData;
import cn.aftercare.record.RecordKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prints 《质量信息处理记录》 (R-74..R-81) as a Word file: where it came from, who did what about it, and the effect. */
@Component
public class QualityRecordDocument {

    private static final int PARAGRAPH = 1000;

    public byte[] write(QualityRecordData data) {
        PaperForm form = new PaperForm(
                RecordKind.QUALITY_RECORD.label(), data.projectName(), "编号:" + data.recordNo(), data.createdAt());
        form.numbers("编号:" + data.recordNo(), "质量信息编号:" + data.itemNo());
        form.row(PaperForm.LINE, label(2, "工程名称"), value(10, data.projectName()));
        four(form, "业主名称", data.ownerName(), "责任单位", data.unitName());
        four(form, "信息来源", data.source(), "提出时间", Written.time(data.raisedAt()));
        four(form, "提出人", data.raisedBy(), "相关编号", data.references());
        form.row(PARAGRAPH, label(2, "信息内容"), text(10, data.content()));
        four(form, "信息等级", data.grade(), "涉及方面", data.aspects());
        form.row(PARAGRAPH, label(2, "初步分析"), text(10, data.analysis()));
        form.row(PARAGRAPH, label(2, "评估"), text(10, data.assessment()));
        form.row(PARAGRAPH, label(2, "部门处理意见"), text(10, lines(data.answers())));
        form.row(PARAGRAPH, label(2, "纠正和预防措施"), text(10, lines(data.measures())));
        form.row(PARAGRAPH, label(2, "效果验证"), text(10, lines(data.verifications())));
        form.row(PARAGRAPH, label(2, "结论"), text(10, data.ending()));
        form.row(PaperForm.LINE, label(2, "反馈提出人"), value(10, data.told()));
        form.wholeRow(
                PARAGRAPH, label(2, "质量部门"), signature(10, "", 260, "签字:", "日期:" + Written.day(data.createdAt())));
        return form.bytes();
    }

    private static String lines(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(lines.get(i));
        }
        return text.toString();
    }

    private static void four(PaperForm form, String label1, String value1, String label2, String value2) {
        form.row(PaperForm.LINE, label(2, label1), value(4, value1), label(2, label2), value(4, value2));
    }
}
