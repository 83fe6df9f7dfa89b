package cn.aftercare.repair;

/** How a step of the repair flow came out; the gateways behind it compare it. */
public enum Outcome {
    TAKEN,
    NOT_ACCEPTED,
    SIGNED,
    REQUOTE,
    REFUSED,
    QUOTE_ACCEPTED,
    QUOTE_REFUSED,
    /** The owner accepted the repair. */
    ACCEPTED,
    /** Found not to concern the structure after all. */
    WITHDRAWN,
    /** Scope or cause look otherwise now: the manager decides again. */
    RECHECK
}
