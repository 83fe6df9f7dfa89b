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

    /** The same team under another warranty manager; anybody but the former project manager is there for a reason. */
    public Team managedBy(String id, String name, String reason, String projectManager) {
        return new Team(id, name, name.equals(projectManager) ? null : reason, engineerId, engineerName, technicians);
    }

    /** The same team with another engineer. */
    public Team engineeredBy(String id, String name) {
        return new Team(managerId, managerName, substituteReason, id, name, technicians);
    }

    /** What the roster still lacks, in Chinese; empty if complete. */
    public List<String> warnings() {
        return technicians.size() >= MIN_TECHNICIANS
                ? List.of()
                : List.of("专职维修技工不足 " + MIN_TECHNICIANS + " 名(现有 " + technicians.size() + " 名)");
    }
}
