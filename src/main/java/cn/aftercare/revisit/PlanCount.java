package cn.aftercare.revisit;

/**
 * How many lines of a unit's plans this became of.
 *
 * @param postponed of them put off past their due day, with a reason
 */
public record PlanCount(String unit, Fulfilment fulfilment, long lines, long postponed) {}
