package cn.aftercare.substitution;

/**
 * A leave that is in order by itself and not recorded yet.
 *
 * @param absent login of who is away
 * @param substitute login of who acts
 */
public record Planned(String unit, String absent, String substitute, Leave leave, String reason) {

    /** Whether both share a day. */
    public boolean overlaps(Planned other) {
        return unit.equals(other.unit)
                && !leave.firstDay().isAfter(other.leave.lastDay())
                && !leave.lastDay().isBefore(other.leave.firstDay());
    }

    /** Whether somebody would be away twice, or be away and stand in, at the same time. */
    public boolean contradicts(Planned other) {
        return overlaps(other)
                && (absent.equals(other.absent) || absent.equals(other.substitute) || substitute.equals(other.absent));
    }
}
