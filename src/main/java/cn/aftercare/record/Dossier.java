package cn.aftercare.record;

import java.util.Set;

/**
 * What records and files are kept with: a repair case, a revisit, a spot check.
 *
 * @param number the case number, the visit number
 * @param others codes of further units whose staff work on it and add files
 * @param ended whether work on it has ended; then only signed scans are added
 */
public record Dossier(String number, String projectCode, String unit, Set<String> others, boolean ended) {

    public Dossier {
        others = Set.copyOf(others);
    }

    /** One that only its own unit works on. */
    public Dossier(String number, String projectCode, String unit, boolean ended) {
        this(number, projectCode, unit, Set.of(), ended);
    }
}
