package cn.aftercare.survey;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A satisfaction survey of one project (R-54, R-56..58).
 *
 * @param surveyNo {@code MYD-<year>-<number>}
 * @param unit the unit that asks
 * @param dossierNo number of the visit it belongs to, or null
 * @param year the year it counts for: of the opening, Asia/Shanghai
 * @param contactName whom to ask, as the project had it when the survey was opened
 * @param recordNo number of the archived record, or null
 */
public record Survey(
        String surveyNo,
        String projectCode,
        String unit,
        @Nullable String dossierNo,
        int year,
        Instant openedAt,
        String contactName,
        String contactPhone,
        SurveyStatus status,
        @Nullable Answered answered,
        @Nullable Declined declined,
        @Nullable String recordNo) {

    /** What its paper and its record are kept with: the visit, or the survey itself. */
    public String dossier() {
        return dossierNo == null ? surveyNo : dossierNo;
    }

    /**
     * The owner has answered.
     *
     * @param enteredBy login of who typed the paper in; null when the owner answered online
     */
    public record Answered(
            SurveyReply reply,
            SurveySource source,
            Instant at,
            @Nullable String enteredBy) {

        /** How the answer came in, as the record says it. */
        public String origin(UnaryOperator<String> displayName) {
            return enteredBy == null ? "由业主通过专用链接在线填写" : "由" + displayName.apply(enteredBy) + "据纸质调查表录入";
        }
    }

    /** The owner does not want to answer. */
    public record Declined(String reason, Instant at, String by) {}
}
