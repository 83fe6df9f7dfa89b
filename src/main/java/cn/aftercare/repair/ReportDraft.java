package cn.aftercare.repair;

import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.project.DefectCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as somebody typed it or a system sent it: anything may be missing or wrong. */
public record ReportDraft(
        @Nullable String projectCode,
        @Nullable Instant receivedAt,
        @Nullable Channel channel,
        @Nullable String reporterName,
        @Nullable String reporterPhone,
        @Nullable DefectCategory category,
        @Nullable String location,
        @Nullable String description,
        boolean emergency,
        boolean structural,
        boolean publicArea,
        @Nullable Instant requestedAt,
        @Nullable String lateEntryReason) {

    /** Typing a report in later than this needs a reason. */
    public static final Duration LATE_ENTRY = Duration.ofMinutes(30);

    /** The longest description, in characters. */
    public static final int DESCRIPTION = 2000;

    private static final String PHONE = "[0-9+()（）\\-—转# ]{5,50}";

    /**
     * The report, if everything is as it should be.
     *
     * @param recordedAt now
     * @throws InvalidInputException naming every field that is wrong
     */
    public Report checked(Instant recordedAt) {
        return checked(recordedAt, true);
    }

    /** The same of a defect our own people found: the reporter's number is then what the project's file has. */
    public Report found(Instant recordedAt) {
        return checked(recordedAt, false);
    }

    private Report checked(Instant recordedAt, boolean typed) {
        List<FieldError> errors = new ArrayList<>();
        text("projectCode", "工程", projectCode, 64, errors);
        required("receivedAt", "接报时间", receivedAt, errors);
        required("channel", "报修方式", channel, errors);
        text("reporter.name", "报修人", reporterName, 100, errors);
        text("reporter.phone", "联系电话", reporterPhone, 50, errors);
        if (typed && present(reporterPhone) && !reporterPhone.strip().matches(PHONE)) {
            errors.add(new FieldError("reporter.phone", "联系电话:应为5至50位的电话号码"));
        }
        required("category", "类别", category, errors);
        text("location", "维修部位", location, 200, errors);
        text("description", "故障描述", description, DESCRIPTION, errors);
        if (receivedAt != null) {
            times(receivedAt, recordedAt, errors);
        }
        if (lateEntryReason != null && lateEntryReason.strip().length() > 500) {
            errors.add(new FieldError("lateEntryReason", "补录原因:不能超过500个字"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return new Report(
                projectCode.strip(),
                receivedAt,
                channel,
                reporterName.strip(),
                reporterPhone.strip(),
                category,
                location.strip(),
                description.strip(),
                emergency,
                structural,
                publicArea,
                requestedAt,
                present(lateEntryReason) ? lateEntryReason.strip() : null);
    }

    private void times(Instant received, Instant recordedAt, List<FieldError> errors) {
        if (received.isAfter(recordedAt)) {
            errors.add(new FieldError("receivedAt", "接报时间:不能晚于当前时间"));
        } else if (Duration.between(received, recordedAt).compareTo(LATE_ENTRY) > 0 && !present(lateEntryReason)) {
            errors.add(new FieldError("lateEntryReason", "补录原因:接报时间与录入时间相差超过30分钟,必须填写"));
        }
        if (received.isBefore(Instant.parse("2000-01-01T00:00:00Z"))) {
            errors.add(new FieldError("receivedAt", "接报时间:不能早于2000年"));
        }
        if (requestedAt != null && !requestedAt.isAfter(received)) {
            errors.add(new FieldError("requestedAt", "业主要求时间:应晚于接报时间"));
        } else if (requestedAt != null && requestedAt.isAfter(received.plus(Duration.ofDays(3660)))) {
            errors.add(new FieldError("requestedAt", "业主要求时间:不能晚于接报后十年"));
        }
    }

    private static void required(String field, String label, @Nullable Object value, List<FieldError> errors) {
        if (value == null) {
            errors.add(new FieldError(field, label + ":必填"));
        }
    }

    private static void text(String field, String label, @Nullable String value, int max, List<FieldError> errors) {
        if (!present(value)) {
            errors.add(new FieldError(field, label + ":必填"));
        } else if (value.strip().length() > max) {
            errors.add(new FieldError(field, label + ":不能超过" + max + "个字"));
        }
    }

    private static boolean present(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
