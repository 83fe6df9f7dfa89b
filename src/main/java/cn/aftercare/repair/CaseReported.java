package cn.aftercare.repair;

/**
 * A defect was taken in as a case; told within the transaction that does so.
 *
 * @param unit the unit of the project
 * @param recordedBy login of who took it down
 */
public record CaseReported(String caseNo, String unit, Report report, String recordedBy) {}
