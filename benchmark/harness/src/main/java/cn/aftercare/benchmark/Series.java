package cn.aftercare.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** Readings of the same thing, of which the median counts and the range is shown. */
record Series(double... readings) {

    double median() {
        double[] sorted = readings.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double percentile(double share) {
        double[] sorted = readings.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }

    double min() {
        return Arrays.stream(readings).min().orElseThrow();
    }

    double max() {
        return Arrays.stream(readings).max().orElseThrow();
    }

    /** Each reading divided by the other's of the same round. */
    Series dividedBy(Series other) {
        double[] ratios = new double[readings.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = readings[i] / other.readings[i];
        }
        return new Series(ratios);
    }

    /** Median and range. */
    String shown(String format) {
        return String.format(Locale.ROOT, format + " (" + format + "–" + format + ")", median(), min(), max());
    }
}
