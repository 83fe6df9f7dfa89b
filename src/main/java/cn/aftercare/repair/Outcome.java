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
    /** Scope or cause look otherwise now: the manager decides again. */
    RECHECK
}
