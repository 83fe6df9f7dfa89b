package cn.aftercare.survey.app;

import static cn.aftercare.survey.SurveySamples.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.RecordEntry;
import cn.aftercare.record.RecordKind;
import cn.aftercare.record.SampleFiles;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.repair.Walk;
import cn.aftercare.survey.Survey;
import cn.aftercare.survey.Survey.Answered;
import cn.aftercare.survey.SurveyAnswered;
import cn.aftercare.survey.SurveyDeclined;
import cn.aftercare.survey.SurveyDraft;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.survey.SurveyLink;
import cn.aftercare.survey.SurveyReply;
import cn.aftercare.survey.SurveySource;
import cn.aftercare.survey.SurveyStatus;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.LoggedIn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The surveys on a real PostgreSQL, as the staff of Nanjing and an owner without login use them. */
@EngineTest
@Import(Walk.class)
@RecordApplicationEvents
class SurveysTest {

    private static final String STAFF = "nanjing-pmd";

    @Autowired
    Walk walk;

    @Autowired
    Surveys surveys;

    @Autowired
    SurveyFigures figures;

    @Autowired
    AttachmentService attachments;

    @Autowired
    RecordArchive records;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEvents events;

    private String no;

    @BeforeEach
    void aSurvey() {
        walk.project();
        EngineTime.set("2026-03-02T09:00:00+08:00");
        no = surveys.open(Walk.PROJECT, "nanjing", null);
    }

    @Test
    void aDossierHasOneSurvey() {
        String visit = "HF-" + UUID.randomUUID().toString().substring(0, 8);
        EngineTime.set("2025-12-31T23:59:59+08:00");
        String first = surveys.open(Walk.PROJECT, "nanjing", visit);
        EngineTime.set("2026-01-01T00:00:00+08:00");

        assertThat(first).matches("MYD-2025-\\d{6}");
        assertThat(surveys.open(Walk.PROJECT, "nanjing", visit)).isEqualTo(first);
        assertThat(surveys.open(Walk.PROJECT, "nanjing", null)).matches("MYD-2026-\\d{6}");
        Survey survey = surveys.ofDossier(visit).orElseThrow();
        assertThat(survey.surveyNo()).isEqualTo(first);
        assertThat(survey.year()).isEqualTo(2025);
        assertThat(survey.status()).isEqualTo(SurveyStatus.OPEN);
        assertThat(survey.dossier()).isEqualTo(visit);
        assertThat(surveys.ofDossier("HF-none")).isEmpty();
        assertThatThrownBy(() -> surveys.open("NONE", "nanjing", null)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void twoWhoOpenAtOnceGetTheSameSurvey() throws Exception {
        String visit = "HF-" + UUID.randomUUID().toString().substring(0, 8);

        List<Object> numbers = atOnce(() -> surveys.open(Walk.PROJECT, "nanjing", visit));

        assertThat(numbers.get(0)).isEqualTo(numbers.get(1)).isInstanceOf(String.class);
    }

    @Test
    void anOwnerAnswersOnceThroughTheLink() {
        SurveyLink link = link();
        EngineTime.set("2026-03-03T00:30:00+08:00");

        surveys.answeredByLink(link.token(), draft());

        Survey survey = surveys.find(no).orElseThrow();
        assertThat(survey.status()).isEqualTo(SurveyStatus.ANSWERED);
        assertThat(survey.answered())
                .isEqualTo(new Answered(
                        new SurveyReply(example(), "很好", "周敏", "13800000000", LocalDate.of(2026, 3, 3), null),
                        SurveySource.LINK,
                        Instant.parse("2026-03-02T16:30:00Z"),
                        null));
        assertThat(total()).isEqualTo(new BigDecimal("78.00"));
        assertThat(events.stream(SurveyAnswered.class)).containsExactly(new SurveyAnswered(no, null));

        refused(link.token());
        assertThat(total()).isEqualTo(new BigDecimal("78.00"));
        assertThat(events.stream(SurveyAnswered.class)).hasSize(1);
    }

    @Test
    void onlyTheFingerprintOfALinkIsKept() {
        SurveyLink link = link();

        assertThat(link.token()).matches("[A-Za-z0-9_-]{43}");
        assertThat(link.address()).isEqualTo("http://localhost:8080/survey/" + link.token());
        assertThat(link.toString()).doesNotContain(link.token());
        assertThat(jdbc.sql("select token_sha256 from survey_link where survey_no = ?")
                        .param(no)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .matches("[0-9a-f]{64}");
        assertThat(jdbc.sql("select row_to_json(l)::text from survey_link l where survey_no = ?")
                        .param(no)
                        .query(String.class)
                        .single())
                .doesNotContain(link.token());
        assertThat(link().token()).isNotEqualTo(link.token());
    }

    @Test
    void aLinkEndsAtTheSecondOfItsExpiry() {
        SurveyLink link = link();
        assertThat(link.expiresAt()).isEqualTo(Walk.at("2026-03-16T09:00:00+08:00"));

        EngineTime.set("2026-03-16T09:00:00+08:00");
        refused(link.token());

        EngineTime.set("2026-03-16T08:59:59+08:00");
        surveys.answeredByLink(link.token(), draft());
        assertThat(surveys.find(no).orElseThrow().status()).isEqualTo(SurveyStatus.ANSWERED);
    }

    @Test
    void everyLinkThatDoesNotWorkIsRefusedInTheSameWords() {
        SurveyLink revoked = link();
        SurveyLink link = link();
        String token = link.token();
        char last = token.charAt(42);

        refused(revoked.token());
        refused("nonsense");
        refused("");
        refused(token + "A");
        refused(token.substring(0, 42));
        // The last of 43 characters carries two bits that decode to nothing: the text counts, not its bytes.
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .chars()
                .filter(c -> c != last)
                .forEach(c -> refused(token.substring(0, 42) + (char) c));

        assertThat(surveys.asked(token).projectName()).isEqualTo("金陵大厦装修工程");
        surveys.answeredByLink(token, draft());
        refused(token);
    }

    @Test
    void aLinkOfASurveyThatWasDeclinedOrTypedInIsRefused() {
        SurveyLink link = link();
        staff(() -> surveys.declined(no, "业主出国"));
        refused(link.token());

        String other = surveys.open(Walk.PROJECT, "nanjing", null);
        SurveyLink second = LoggedIn.as(identity, STAFF, () -> surveys.newLink(other));
        upload(other, AttachmentPurpose.SURVEY_PAPER);
        staff(() -> surveys.answeredOnPaper(other, draft(), true));
        refused(second.token());
    }

    @Test
    void twoTapsAtOnceStoreOneAnswer() throws Exception {
        SurveyLink link = link();

        List<Object> results = atOnce(() -> {
            surveys.answeredByLink(link.token(), draft());
            return "stored";
        });

        assertThat(results).filteredOn("stored"::equals).hasSize(1);
        assertThat(results).filteredOn(NotFoundException.class::isInstance).hasSize(1);
        assertThat(jdbc.sql("select count(*) from survey_score where survey_no = ?")
                        .param(no)
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void nobodyOfTheStaffAnswersInTheOwnersPlace() {
        SurveyLink link = link();

        for (String user : List.of(STAFF, "suzhou-pmd", "hq-pmd-manager")) {
            assertThatThrownBy(() -> LoggedIn.as(identity, user, () -> {
                        surveys.answeredByLink(link.token(), draft());
                        return null;
                    }))
                    .isInstanceOf(NotPermittedException.class)
                    .hasMessage("员工不能代业主填写,请退出登录或使用纸质调查表录入");
        }
        surveys.answeredByLink(link.token(), draft());
    }

    @Test
    void aWrongAnswerLeavesNoTraceAndTheLinkGoesOnWorking() {
        SurveyLink link = link();

        for (String points : List.of("", "50", "101", "-1", "80.0")) {
            assertThatThrownBy(() -> surveys.answeredByLink(link.token(), draft(SurveyFactor.QUALITY, points)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("项目施工质量:");
        }
        assertThat(surveys.find(no).orElseThrow().status()).isEqualTo(SurveyStatus.OPEN);
        assertThat(total()).isNull();
        surveys.answeredByLink(link.token(), draft(SurveyFactor.QUALITY, "0"));
        assertThat(total()).isEqualTo(new BigDecimal("58.00"));
    }

    @Test
    void paperNeedsItsOriginalAndTheDeclaration() {
        upload(no, AttachmentPurpose.PHOTO);
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class, () -> staff(() -> surveys.answeredOnPaper(no, draft(), false)));
        assertThat(refused.errors().stream().map(e -> e.field() + " " + e.message()))
                .containsExactly("paper 调查表原件:请先上传业主填写的纸质调查表的照片或扫描件", "declared 声明:请确认纸质调查表由业主本人填写");

        upload(no, AttachmentPurpose.SURVEY_PAPER);
        assertThatThrownBy(() -> staff(() -> surveys.answeredOnPaper(no, draft(), false)))
                .hasMessage("声明:请确认纸质调查表由业主本人填写");
        staff(() -> surveys.answeredOnPaper(no, draft(), true));

        Answered answered = surveys.find(no).orElseThrow().answered();
        assertThat(answered).isNotNull();
        assertThat(answered.source()).isEqualTo(SurveySource.PAPER);
        assertThat(answered.enteredBy()).isEqualTo(STAFF);
        assertThat(answered.reply().filledOn()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(answered.reply().signed()).isEqualTo("周敏(章)");
        assertThat(events.stream(SurveyAnswered.class)).containsExactly(new SurveyAnswered(no, null));
        assertThatThrownBy(() -> staff(() -> surveys.answeredOnPaper(no, draft(), true)))
                .isInstanceOf(ConflictException.class)
                .hasMessage("满意度调查 " + no + " 已是“已填写”,不能再更改");
    }

    @Test
    void theStaffOfTheUnitHandlesItsSurveys() {
        List<Runnable> deeds = List.of(
                () -> surveys.newLink(no),
                () -> surveys.answeredOnPaper(no, draft(), true),
                () -> surveys.declined(no, "不愿意"));
        for (Runnable deed : deeds) {
            assertThatThrownBy(() -> as("suzhou-pmd", deed))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("没有满意度调查 " + no);
            assertThatThrownBy(() -> as("hq-pmd", deed)).isInstanceOf(NotPermittedException.class);
        }
        assertThatThrownBy(() -> as("suzhou-pmd", () -> surveys.visible(no))).isInstanceOf(NotFoundException.class);
        as("hq-pmd", () -> surveys.visible(no));
        assertThat(surveys.find(no).orElseThrow().status()).isEqualTo(SurveyStatus.OPEN);
    }

    @Test
    void aRefusalNeedsAReasonAndEndsTheSurvey() {
        assertThatThrownBy(() -> staff(() -> surveys.declined(no, " "))).hasMessage("不填写原因:必填");
        assertThatThrownBy(() -> staff(() -> surveys.declined(no, "字".repeat(501))))
                .hasMessage("不填写原因:不能超过500个字");
        staff(() -> surveys.declined(no, "字".repeat(500)));

        assertThat(surveys.find(no).orElseThrow().declined())
                .isEqualTo(new Survey.Declined("字".repeat(500), Walk.at("2026-03-02T09:00:00+08:00"), STAFF));
        assertThat(events.stream(SurveyDeclined.class)).containsExactly(new SurveyDeclined(no, null, "字".repeat(500)));
        assertThatThrownBy(() -> staff(() -> surveys.newLink(no))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> surveys.archive(no)).isInstanceOf(ConflictException.class);
    }

    @Test
    void theAnswerIsTakenBackWithTheTransactionOfItsListeners() {
        SurveyLink link = link();

        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(tx -> {
                    surveys.answeredByLink(link.token(), draft());
                    assertThat(events.stream(SurveyAnswered.class)).hasSize(1);
                    throw new IllegalStateException("the flow cannot go on");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(surveys.find(no).orElseThrow().status()).isEqualTo(SurveyStatus.OPEN);
        surveys.answeredByLink(link.token(), draft());
    }

    @Test
    void theRecordIsFiledOnce() {
        assertThatThrownBy(() -> surveys.archive(no)).hasMessage("满意度调查 " + no + " 尚未填写,不能归档");
        upload(no, AttachmentPurpose.SURVEY_PAPER);
        staff(() -> surveys.answeredOnPaper(no, draft(), true));

        String recordNo = surveys.archive(no);

        assertThat(recordNo).matches("MYDJL-2026-\\d{6}");
        assertThat(surveys.archive(no)).isEqualTo(recordNo);
        assertThat(surveys.find(no).orElseThrow().recordNo()).isEqualTo(recordNo);
        List<RecordEntry> filed = LoggedIn.as(identity, STAFF, () -> records.ofCase(no));
        assertThat(filed).singleElement().satisfies(entry -> {
            assertThat(entry.recordNo()).isEqualTo(recordNo);
            assertThat(entry.kind()).isEqualTo(RecordKind.SURVEY_RECORD);
            assertThat(entry.unit()).isEqualTo("nanjing");
            assertThat(entry.fileName()).isEqualTo("项目满意度调查记录表-" + recordNo + ".docx");
        });
    }

    @Test
    void figuresAreAveragesByMonthAndTheWeakestFactorComesFirst() {
        jdbc.sql("delete from survey_score").update();
        jdbc.sql("delete from survey_link").update();
        jdbc.sql("delete from survey").update();
        answered("nanjing", "2026-03-31T23:59:59+08:00", SurveyFactor.QUALITY, "100");
        answered("nanjing", "2026-03-02T09:00:00+08:00", SurveyFactor.QUALITY, "0");
        answered("nanjing", "2026-04-01T00:00:00+08:00", SurveyFactor.QUALITY, "80");
        answered("suzhou", "2026-03-02T09:00:00+08:00", SurveyFactor.SAFETY, "60");
        YearMonth march = YearMonth.of(2026, 3);

        assertThat(LoggedIn.as(identity, "hq-pmd", () -> figures.monthly(null, march, march.plusMonths(1))))
                .extracting(m -> m.unit() + " " + m.month() + " " + m.surveys() + " " + m.average())
                .containsExactly("nanjing 2026-03 2 68.00", "nanjing 2026-04 1 74.00", "suzhou 2026-03 1 81.00");
        assertThat(LoggedIn.as(identity, STAFF, () -> figures.monthly(null, march, march)))
                .extracting(SurveyFigures.MonthlyAverage::average)
                .containsExactly(new BigDecimal("68.00"));
        assertThat(LoggedIn.as(identity, STAFF, () -> figures.weakest("nanjing", march, march, 3)))
                .extracting(f -> f.factor() + " " + f.surveys() + " " + f.average())
                .containsExactly("SAFETY 2 30.00", "QUALITY 2 50.00", "PROBLEM_SOLVING 2 60.00");
        assertThat(LoggedIn.as(
                        identity, STAFF, () -> figures.weakest(null, march.plusMonths(2), march.plusMonths(2), 3)))
                .isEmpty();
        assertThatThrownBy(() -> as(STAFF, () -> figures.weakest("suzhou", march, march, 3)))
                .isInstanceOf(NotFoundException.class);
    }

    /** The worked example but for one factor. */
    private void answered(String unit, String at, SurveyFactor factor, String points) {
        EngineTime.set(at);
        String number = surveys.open(Walk.PROJECT, unit, null);
        SurveyLink link = LoggedIn.as(identity, unit + "-pmd", () -> surveys.newLink(number));
        surveys.answeredByLink(link.token(), draft(factor, points));
    }

    private SurveyLink link() {
        return LoggedIn.as(identity, STAFF, () -> surveys.newLink(no));
    }

    private void refused(String token) {
        assertThatThrownBy(() -> surveys.asked(token))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("此链接无效、已过期,或调查已经提交。");
        assertThatThrownBy(() -> surveys.answeredByLink(token, draft()))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("此链接无效、已过期,或调查已经提交。");
    }

    private void upload(String dossier, AttachmentPurpose purpose) {
        staff(() -> attachments.upload(dossier, purpose, "表.jpg", SampleFiles.jpeg(dossier + purpose)));
    }

    private void staff(Runnable deed) {
        as(STAFF, deed);
    }

    private void as(String user, Runnable deed) {
        LoggedIn.as(identity, user, () -> {
            deed.run();
            return null;
        });
    }

    private BigDecimal total() {
        return jdbc.sql("select total from survey where survey_no = ?")
                .param(no)
                .query((rs, n) -> rs.getBigDecimal(1))
                .list()
                .get(0);
    }

    private static SurveyDraft draft() {
        return draft(SurveyFactor.QUALITY, "100");
    }

    /** The worked example but for one factor. */
    private static SurveyDraft draft(SurveyFactor other, String points) {
        Map<SurveyFactor, String> scores = new EnumMap<>(SurveyFactor.class);
        example().scores().forEach((factor, score) -> scores.put(factor, Integer.toString(score.points())));
        scores.put(other, points);
        return new SurveyDraft(scores, "很好", "周敏", "13800000000", "2026-03-01", "周敏(章)");
    }

    /** What two threads get that begin together: the result or the exception. */
    private static List<Object> atOnce(Callable<Object> deed) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Object> together = () -> {
                start.await();
                try {
                    return deed.call();
                } catch (RuntimeException e) {
                    return e;
                }
            };
            Future<Object> one = threads.submit(together);
            Future<Object> two = threads.submit(together);
            return List.of(one.get(), two.get());
        } finally {
            threads.shutdownNow();
        }
    }
}
