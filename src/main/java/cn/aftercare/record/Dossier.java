package cn.aftercare.record;

/**
 * What records and files are kept with: a repair case, a revisit.
 *
 * @param number the case number, the visit number
 * @param ended whether work on it has ended; then only signed scans are added
 */
public record Dossier(String number, String projectCode, String unit, boolean ended) {}
