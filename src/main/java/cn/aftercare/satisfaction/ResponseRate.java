package cn.aftercare.satisfaction;

/**
 * How many of a unit's owners have answered.
 *
 * @param asked questionnaires
 * @param mailed of them sent by mail
 */
public record ResponseRate(String unit, long asked, long mailed, long answered, long declined) {

    /** Whole percent of those asked, half up; 0 if nobody was asked. */
    public long percent() {
        return asked == 0 ? 0 : Math.round(answered * 100.0 / asked);
    }
}
