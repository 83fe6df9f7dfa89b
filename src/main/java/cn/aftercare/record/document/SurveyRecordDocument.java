package cn.aftercare.record.document;

import static cn.aftercare.record.document.FormCell.centred;
import static cn.aftercare.record.document.FormCell.label;
import static cn.aftercare.record.document.FormCell.text;
import static cn.aftercare.record.document.FormCell.value;

import cn.aftercare.record.RecordKind;
import cn.aftercare.record.SurveyRecordData;
import cn.aftercare.survey.SurveyAnswers;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.survey.SurveyReply;
import org.springframework.stereotype.Component;

/** Prints 《项目满意度调查记录表》 (R-56..58) as a Word file: ten weighted factors, 合计, who filled it in and how it came in. */
@Component
public class SurveyRecordDocument {

    public byte[] write(SurveyRecordData data) {
        SurveyReply reply = data.reply();
        String day = Written.day(reply.filledOn());
        PaperForm form = new PaperForm(
                RecordKind.SURVEY_RECORD.label(), data.projectName(), "编号:" + data.recordNo(), data.createdAt());
        form.numbers("编号:" + data.recordNo(), "调查编号:" + data.surveyNo());
        four(form, "业主名称", data.ownerName(), "联系方式", data.contact());
        form.row(PaperForm.LINE, label(2, "项目名称"), value(10, data.projectName()));
        four(form, "项目经理", data.projectManager(), "填表日期", day);
        scores(form, reply.answers());
        form.row(1200, label(2, "其它需要说明的情况"), text(10, reply.remarks()));
        form.wholeRow(900, label(2, "业主(或监理)签章"), value(4, reply.signed()), label(2, "填写日期"), value(4, day));
        four(form, "填表人", reply.filledBy(), "联系电话", reply.phone());
        form.foot(data.origin());
        return form.bytes();
    }

    private static void scores(PaperForm form, SurveyAnswers answers) {
        form.wholeRow(PaperForm.LINE, label(6, "调查因素"), label(2, "权重"), label(2, "得分"), label(2, "加权分值"));
        for (SurveyFactor factor : SurveyFactor.values()) {
            form.wholeRow(
                    PaperForm.LINE,
                    value(6, factor.label()),
                    centred(2, factor.weight().toPlainString()),
                    centred(2, Integer.toString(answers.score(factor).points())),
                    centred(2, answers.weighted(factor).toPlainString()));
        }
        form.wholeRow(
                PaperForm.LINE, label(10, "合计"), centred(2, answers.total().toPlainString()));
    }

    private static void four(PaperForm form, String label1, String value1, String label2, String value2) {
        form.row(PaperForm.LINE, label(2, label1), value(4, value1), label(2, label2), value(4, value2));
    }
}
