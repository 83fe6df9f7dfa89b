package cn.aftercare.record.document;

import static cn.aftercare.record.document.FormCell.centred;
import static cn.aftercare.record.document.FormCell.label;
import static cn.aftercare.record.document.FormCell.text;
import static cn.aftercare.record.document.FormCell.value;

import cn.aftercare.record.QuestionnairePaper;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.survey.SurveyScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Prints the questionnaire of 《项目满意度调查记录表》 for owners who answer on paper (R-56..58): ten factors with a box to tick
 * for each score, room for remarks and for the signature. One sheet of paper each.
 */
@Component
public class QuestionnaireDocument {

    private static final String TITLE = "项目满意度调查表";
    private static final String BOX = "□";

    /** One questionnaire. */
    public byte[] write(QuestionnairePaper paper, Instant printedAt) {
        return write(paper.projectName(), "调查编号:" + paper.surveyNo(), List.of(paper), printedAt);
    }

    /**
     * Several in one file, each beginning on a page of its own.
     *
     * @param heading stands on top of every page at the left, {@code number} at the right
     */
    public byte[] write(String heading, String number, List<QuestionnairePaper> papers, Instant printedAt) {
        PaperForm form = new PaperForm(TITLE, heading, number, printedAt);
        for (int i = 0; i < papers.size(); i++) {
            if (i > 0) {
                form.nextPage(TITLE);
            }
            write(form, papers.get(i));
        }
        return form.bytes();
    }

    private static void write(PaperForm form, QuestionnairePaper paper) {
        form.numbers("调查编号:" + paper.surveyNo(), paper.year() + "年度");
        four(form, "业主名称", paper.ownerName(), "联系方式", paper.contact());
        four(form, "项目名称", paper.projectName(), "项目经理", paper.projectManager());
        List<FormCell> head = new ArrayList<>(List.of(label(5, "调查因素"), label(2, "权重")));
        for (SurveyScore score : SurveyScore.values()) {
            head.add(label(1, score.label() + "\n" + score.points()));
        }
        form.wholeRow(PaperForm.LINE, head.toArray(FormCell[]::new));
        for (SurveyFactor factor : SurveyFactor.values()) {
            List<FormCell> cells = new ArrayList<>(
                    List.of(value(5, factor.label()), centred(2, factor.weight().toPlainString())));
            for (int i = 0; i < SurveyScore.values().length; i++) {
                cells.add(centred(1, BOX));
            }
            form.wholeRow(PaperForm.LINE, cells.toArray(FormCell[]::new));
        }
        form.wholeRow(1400, label(2, "其它需要说明的情况"), text(10, ""));
        form.wholeRow(1000, label(2, "业主(或监理)签章"), value(4, ""), label(2, "填写日期"), value(4, "    年  月  日"));
        four(form, "填表人", "", "联系电话", "");
        form.foot("每项请在一个方框内打“√”,十项都要选;填写并签章后请交回" + paper.returnTo() + "。");
    }

    private static void four(PaperForm form, String label1, String value1, String label2, String value2) {
        form.wholeRow(PaperForm.LINE, label(2, label1), value(4, value1), label(2, label2), value(4, value2));
    }
}
