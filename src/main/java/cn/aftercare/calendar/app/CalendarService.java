package cn.aftercare.calendar.app;

import cn.aftercare.calendar.CalendarYear;
import cn.aftercare.calendar.CalendarYearImported;
import cn.aftercare.calendar.DayType;
import cn.aftercare.calendar.WorkingCalendar;
import cn.aftercare.calendar.persistence.CalendarRepository;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The working calendar in force, and its import year by year. */
@Service
public class CalendarService {

    private final CalendarRepository repository;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final AtomicReference<Snapshot> cache = new AtomicReference<>();

    CalendarService(
            CalendarRepository repository, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.repository = repository;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** What is stored now. Another node's import is seen too: the few year rows are compared on each call. */
    public WorkingCalendar current() {
        // Years before days: an import between the two reads makes the snapshot stale, never wrongly fresh.
        Map<Integer, Instant> years = repository.years();
        Snapshot known = cache.get();
        if (known != null && known.years().equals(years)) {
            return known.calendar();
        }
        Snapshot fresh = new Snapshot(years, new WorkingCalendar(repository.days(), years.keySet()));
        cache.set(fresh);
        return fresh.calendar();
    }

    /** The years that are known, the latest first. */
    @Transactional(readOnly = true)
    public List<CalendarYear> years() {
        return repository.imports();
    }

    /**
     * Replaces the special days of a year by those of the file ({@code date,type}); the same content again changes nothing.
     *
     * @throws NotPermittedException unless an administrator acts
     * @throws InvalidInputException with every bad row; nothing is stored then
     */
    @Transactional
    public CalendarImport importYear(int year, String csv) {
        Actor actor = currentActor.get();
        if (!actor.admin()) {
            throw new NotPermittedException("只有管理员可以导入工作日历");
        }
        if (year < 2000 || year > 2100) {
            throw new InvalidInputException("year", "年份:应在 2000 至 2100 之间");
        }
        SortedMap<LocalDate, DayType> days = CalendarSheet.ofYear(year, csv);
        Optional<Instant> before = repository.lockYear(year);
        if (before.isPresent() && repository.daysOf(year).equals(days)) {
            return new CalendarImport(year, days.size(), false);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (before.isPresent()) {
            // Strictly later than before, whatever the clock says, because the caches of all nodes compare it.
            Instant next = before.get().plus(1, ChronoUnit.MICROS);
            repository.updateYear(year, now.isAfter(next) ? now : next, actor.userId());
        } else if (!repository.insertYear(year, now, actor.userId())) {
            throw new ConflictException(year + " 年的日历刚刚由他人导入,请核对后重试");
        }
        stored(year, days);
        return new CalendarImport(year, days.size(), true);
    }

    /** Stores the days of a year that has none yet; a year already there is left alone. */
    @Transactional
    void importIfAbsent(int year, SortedMap<LocalDate, DayType> days) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (repository.insertYear(year, now, Actor.system().userId())) {
            stored(year, days);
        }
    }

    private void stored(int year, SortedMap<LocalDate, DayType> days) {
        repository.replaceDays(year, days);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                cache.set(null); // what was cached inside the transaction may have been rolled back
            }
        });
        events.publishEvent(new CalendarYearImported(year));
    }

    private record Snapshot(Map<Integer, Instant> years, WorkingCalendar calendar) {}
}
