package cn.aftercare.benchmark;

/**
 * What every measurement works with.
 *
 * @param full the sizes of the goals; otherwise small ones, to see that everything works
 */
record Bench(Postgres postgres, Report report, boolean full) {

    int size(int full, int small) {
        return this.full ? full : small;
    }

    static void say(String line) {
        System.out.println(java.time.LocalTime.now().withNano(0) + "  " + line);
    }
}
