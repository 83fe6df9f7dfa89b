package cn.aftercare.quality;

/** When something becomes quality information by itself, data of decision {@code quality-signals}. */
public interface QualitySignals {

    /** A survey whose total is below raises an item. */
    int lowestTotal();

    /** A survey in which a factor has these points or fewer raises an item. */
    int poorFactor();

    /** How many cases of one kind within how many months raise an item. */
    Repetition repetition();

    record Repetition(int cases, int months) {}
}
