package cn.aftercare.project;

import java.util.List;

/**
 * The warranty team (R-24..26).
 *
 * @param managerId login of the warranty manager; null: the candidate group acts
 * @param substituteReason why somebody other than the former project manager is warranty manager
 * @param engineerId login of the professional engineer, or null
 */
public record Team(
        String managerId,
        String managerName,
        String substituteReason,
        String engineerId,
        String engineerName,
        List<TeamMember> technicians) {

    /** The minimum roster of technicians. */
    public static final int MIN_TECHNICIANS = 6;

    public Team {
        technicians = List.copyOf(technicians);
    }

    /** The former project manager, and nobody else named yet. */
    public static Team ledBy(String projectManager) {
        return new Team(null, projectManager, null, null, null, List.of());
    }

    /** What the roster still lacks, in Chinese; empty if complete. */
    public List<String> warnings() {
        return technicians.size() >= MIN_TECHNICIANS
                ? List.of()
                : List.of("专职维修技工不足 " + MIN_TECHNICIANS + " 名(现有 " + technicians.size() + " 名)");
    }
}
