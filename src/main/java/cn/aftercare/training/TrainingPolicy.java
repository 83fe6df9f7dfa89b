package cn.aftercare.training;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The numbers of trainings, data of decision {@code training-policy}. */
public interface TrainingPolicy {

    Rule rule(TrainingSubject subject);

    /**
     * @param days the training ends by 24:00 (Asia/Shanghai) of so many days after the day it begins
     * @param remindPercent how much of the time has passed when people are reminded
     * @param passMark the least score out of 100 that passes
     */
    record Rule(int days, int remindPercent, int passMark) {

        private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

        public Instant dueAt(Instant from) {
            return endOf(LocalDate.ofInstant(from, ZONE).plusDays(days));
        }

        public Instant remindAt(Instant from) {
            return from.plusSeconds(Duration.between(from, dueAt(from)).toSeconds() * remindPercent / 100);
        }

        /** 24:00 of the day. */
        public static Instant endOf(LocalDate day) {
            return day.plusDays(1).atStartOfDay(ZONE).toInstant();
        }
    }
}
