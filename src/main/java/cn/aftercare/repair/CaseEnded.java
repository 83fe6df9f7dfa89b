package cn.aftercare.repair;

/** A case has ended, repaired or not; told within the transaction that ends it. */
public record CaseEnded(String caseNo) {}
