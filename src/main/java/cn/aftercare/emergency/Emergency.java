package cn.aftercare.emergency;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done about an emergency; what has not happened yet is null.
 *
 * @param neededCrew how many people the danger asks for
 * @param crew names from the project's resident crew
 * @param borrowedCrew people borrowed from the company because too few are free
 * @param makeSafeCost what making safe cost the company, CNY
 */
public record Emergency(
        String caseNo,
        @Nullable Instant dispatchedAt,
        @Nullable String dutyPerson,
        @Nullable Integer neededCrew,
        @Nullable String crew,
        @Nullable String borrowedCrew,
        @Nullable Instant arrivedAt,
        @Nullable String arrivedCrew,
        @Nullable String whereabouts,
        @Nullable Instant safeAt,
        @Nullable String measures,
        @Nullable BigDecimal makeSafeCost) {}
