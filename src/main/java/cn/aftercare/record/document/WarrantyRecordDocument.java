package cn.aftercare.record.document;

import static cn.aftercare.record.document.FormCell.centred;
import static cn.aftercare.record.document.FormCell.continued;
import static cn.aftercare.record.document.FormCell.label;
import static cn.aftercare.record.document.FormCell.signature;
import static cn.aftercare.record.document.FormCell.text;
import static cn.aftercare.record.document.FormCell.value;

import cn.aftercare.record.RecordKind;
import cn.aftercare.record.WarrantyRecordData;
import cn.aftercare.record.WarrantyRecordData.Round;
import cn.aftercare.repair.ChargeBasis;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prints 《工程保修记录表》 as a Word file, with every acceptance round in order and rework marked. */
@Component
public class WarrantyRecordDocument {

    private static final String BLANK_DATE = "日期:      年   月   日";

    public byte[] write(WarrantyRecordData data) {
        PaperForm form = new PaperForm(
                RecordKind.WARRANTY_RECORD.label(), data.projectName(), "编号:" + data.recordNo(), data.createdAt());
        form.numbers("编号:" + data.recordNo() + "  案件编号:" + data.caseNo(), "存档:" + WarrantyRecordData.ARCHIVED_AT);
        form.row(PaperForm.LINE, label(2, "项目名称"), value(10, data.projectName()));
        form.row(PaperForm.LINE, label(2, "业主名称"), value(10, data.ownerName()));
        form.row(
                PaperForm.LINE,
                label(2, "保修负责人"),
                value(3, data.warrantyResponsible()),
                label(2, "保修起止日期"),
                value(5, period(data)));
        form.row(1300, label(2, "保修内容"), text(10, data.warrantyContent()));
        data.rounds().forEach(round -> round(form, round));
        charge(form, data);
        signatures(form, data.rounds());
        return form.bytes();
    }

    private static String period(WarrantyRecordData data) {
        String end = data.warrantyTo() == null
                ? "未约定"
                : Written.day(data.warrantyTo()) + (data.warrantyToProvisional() ? "(暂定)" : "");
        return Written.day(data.warrantyFrom()) + " 至 " + end;
    }

    private static void round(PaperForm form, Round round) {
        String name = "第" + round.roundNo() + "次维修验收" + (round.rework() ? "\n" + WarrantyRecordData.REWORK : "");
        form.row(860, label(2, name).firstOfMerged(), label(2, "完成工作"), text(8, round.workDone()));
        form.wholeRow(
                PaperForm.LINE,
                continued(2),
                label(2, "负责人"),
                value(3, round.responsible()),
                label(2, "完成日期"),
                value(3, Written.day(round.finishedAt())));
        form.row(PaperForm.LINE, continued(2), label(2, "自检情况"), value(8, selfCheck(round)));
        form.wholeRow(PaperForm.LINE, continued(2), label(2, "验收结果"), value(8, result(round.accepted())));
        form.wholeRow(
                PaperForm.LINE,
                continued(2),
                label(2, "业主代表"),
                value(3, round.ownerRepresentative()),
                label(2, "验收日期"),
                value(3, Written.day(round.decidedAt())));
        form.row(PaperForm.LINE, continued(2), label(2, "备注"), value(8, round.remarks()));
    }

    private static String selfCheck(Round round) {
        String note = PlainText.of(round.selfCheckNote());
        String verdict = round.selfCheckPassed() == null ? "" : round.selfCheckPassed() ? "合格" : "不合格";
        return note.isEmpty() || verdict.isEmpty() ? verdict + note : verdict + "。" + note;
    }

    private static String result(Boolean accepted) {
        return accepted == null ? "" : accepted ? "验收合格" : "验收不合格";
    }

    private static void charge(PaperForm form, WarrantyRecordData data) {
        ChargeBasis basis = data.chargeBasis();
        form.wholeRow(
                PaperForm.LINE,
                label(2, "收费情况(元)").firstOfMerged(),
                label(2, "收费依据"),
                label(2, "材料费"),
                label(2, "人工费"),
                label(2, "管理费"),
                label(2, "合计"));
        form.wholeRow(
                PaperForm.LINE,
                continued(2),
                centred(2, basis == null ? "" : basis.label()),
                centred(2, Written.amount(data.materialFee())),
                centred(2, Written.amount(data.labourFee())),
                centred(2, Written.amount(data.managementFee())),
                centred(2, Written.amount(data.total())));
    }

    /** The summary is prefilled from the last round; what is not known stays blank for the pen. */
    private static void signatures(PaperForm form, List<Round> rounds) {
        Round last = rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
        String finished = last == null ? "" : Written.day(last.finishedAt());
        String responsible = last == null ? "" : PlainText.singleLine(last.responsible());
        form.wholeRow(
                1500,
                label(2, "保修完成情况"),
                signature(
                        10,
                        finished.isEmpty() ? "" : "第" + last.roundNo() + "次维修已完成," + "负责人:" + responsible,
                        260,
                        "负责人(签字):",
                        finished.isEmpty() ? BLANK_DATE : "日期:" + finished));
        boolean decided = last != null && last.accepted() != null;
        form.wholeRow(
                2000,
                label(2, "业主验收"),
                signature(
                        10,
                        decided
                                ? result(last.accepted()) + "(第" + last.roundNo() + "次)。业主代表:"
                                        + PlainText.singleLine(last.ownerRepresentative())
                                : "",
                        620,
                        "代表签名或盖公章:",
                        decided && last.decidedAt() != null ? "日期:" + Written.day(last.decidedAt()) : BLANK_DATE));
    }
}
