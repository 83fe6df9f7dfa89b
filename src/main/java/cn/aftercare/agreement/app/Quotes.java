package cn.aftercare.agreement.app;

import cn.aftercare.agreement.Quote;
import cn.aftercare.agreement.persistence.QuoteRepository;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.repair.ChargeBasis;
import cn.aftercare.repair.Occurrence;
import cn.aftercare.repair.OurCause;
import cn.aftercare.repair.OwnerPays;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.repair.app.Story;
import cn.aftercare.repair.persistence.RepairCaseRepository;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quotes and what the owner says to them; only what was agreed is ever owed. Amounts in CNY. */
@Service
@Transactional
public class Quotes {

    private final QuoteRepository quotes;
    private final RepairCases cases;
    private final RepairCaseRepository repository;
    private final Story story;
    private final Clock clock;

    Quotes(QuoteRepository quotes, RepairCases cases, RepairCaseRepository repository, Story story, Clock clock) {
        this.quotes = quotes;
        this.cases = cases;
        this.repository = repository;
        this.story = story;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Quote> ofCase(String caseNo) {
        return quotes.ofCase(caseNo);
    }

    /** A quote for an agreement; the one before stays on record. */
    public void draft(String caseNo, OwnerPays amounts, String details) {
        if (amounts.total().signum() == 0) {
            throw new InvalidInputException("material", "报价:合计必须大于0");
        }
        add(caseNo, Quote.Kind.AGREEMENT, amounts, details);
    }

    /**
     * The owner's answer to the latest quote.
     *
     * @param by who answered for the owner
     * @return when
     */
    public Instant answer(String caseNo, Quote.Outcome outcome, Instant answeredAt, String by) {
        Instant at = Occurrence.checked(
                "answeredAt",
                "答复时间",
                answeredAt,
                "接报时间",
                cases.of(caseNo).report().receivedAt(),
                clock.instant());
        Quote latest = latest(caseNo);
        quotes.outcome(caseNo, latest.version(), outcome, at, by);
        if (outcome == Quote.Outcome.SIGNED) {
            repository.ownerPays(caseNo, latest.amounts());
        } else if (outcome == Quote.Outcome.REFUSED) {
            repository.closeReason(caseNo, "业主未接受报价:" + by);
        }
        story.tell(
                caseNo,
                latest.kind().label() + outcome.label(),
                "合计 " + latest.amounts().total() + " 元;" + by);
        return at;
    }

    /** After the warranty the owner pays the material alone, once the quote is accepted. */
    public void material(
            String caseNo, BigDecimal material, String details, boolean accepted, Instant answeredAt, String by) {
        add(caseNo, Quote.Kind.MATERIAL_ONLY, OwnerPays.material(material), details);
        answer(caseNo, accepted ? Quote.Outcome.SIGNED : Quote.Outcome.REFUSED, answeredAt, by);
    }

    /**
     * What the owner pays after a danger: the basis is decided, the work is done.
     *
     * @param makeSafeIncluded the part of the amounts that made it safe, never billed at our fault
     */
    public void settle(
            String caseNo,
            OwnerPays amounts,
            BigDecimal makeSafeIncluded,
            String details,
            boolean agreed,
            Instant answeredAt,
            String by) {
        RepairCase c = cases.of(caseNo);
        if (c.ourCause() != OurCause.NO && makeSafeIncluded.signum() != 0) {
            throw new InvalidInputException("makeSafeIncluded", "其中:排险费用:属我司原因的排险费用不得收取,必须为0");
        }
        if (makeSafeIncluded.compareTo(amounts.total()) > 0) {
            throw new InvalidInputException("makeSafeIncluded", "其中:排险费用:不能超过合计");
        }
        boolean materialOnly = c.chargeBasis() == ChargeBasis.MATERIAL_ONLY;
        if (materialOnly
                && (amounts.labour().signum() != 0 || amounts.management().signum() != 0)) {
            throw new InvalidInputException("labour", "人工费、管理费:过保的只收材料费,必须为0");
        }
        add(caseNo, materialOnly ? Quote.Kind.MATERIAL_ONLY : Quote.Kind.AGREEMENT, amounts, details);
        quotes.makeSafe(caseNo, latest(caseNo).version(), makeSafeIncluded);
        answer(caseNo, agreed ? Quote.Outcome.SIGNED : Quote.Outcome.REFUSED, answeredAt, by);
    }

    private void add(String caseNo, Quote.Kind kind, OwnerPays amounts, String details) {
        int version = quotes.ofCase(caseNo).size() + 1;
        quotes.insert(caseNo, version, kind, amounts, details);
        story.tell(caseNo, kind.label() + "报价", "第" + version + "版,合计 " + amounts.total() + " 元;" + details);
    }

    private Quote latest(String caseNo) {
        List<Quote> all = quotes.ofCase(caseNo);
        return all.get(all.size() - 1);
    }
}
