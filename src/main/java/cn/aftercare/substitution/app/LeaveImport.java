package cn.aftercare.substitution.app;

import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.sheet.CellError;
import cn.aftercare.sheet.Notation;
import cn.aftercare.sheet.RejectedSheetException;
import cn.aftercare.sheet.SheetTable;
import cn.aftercare.sheet.TableRow;
import cn.aftercare.sheet.XlsxSheet;
import cn.aftercare.substitution.Planned;
import cn.aftercare.substitution.Substitution;
import cn.aftercare.substitution.SubstitutionStatus;
import cn.aftercare.substitution.persistence.SubstitutionRepository;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Imports the leave sheet: all rows or none, by the rules of the page. */
@Service
public class LeaveImport {

    private static final int MAX_ROWS = 1000;

    private final SubstitutionRepository stored;
    private final Substitutions substitutions;
    private final LeaveCheck check;
    private final Directory directory;
    private final CurrentActor currentActor;

    LeaveImport(
            SubstitutionRepository stored,
            Substitutions substitutions,
            LeaveCheck check,
            Directory directory,
            CurrentActor currentActor) {
        this.stored = stored;
        this.substitutions = substitutions;
        this.check = check;
        this.directory = directory;
        this.currentActor = currentActor;
    }

    /** A row of the sheet that is a leave to be recorded. */
    private record NewLeave(int row, Planned planned) {}

    /**
     * Records the leaves of the sheet that are not there yet. One that is there already, even if it has ended or was taken
     * back, is left alone, so that the same sheet again changes nothing.
     *
     * @param content xlsx, or csv in UTF-8 or GB18030
     * @param dryRun check and count, store nothing
     * @throws NotPermittedException unless an administrator acts
     * @throws RejectedSheetException with every error of every row; nothing is stored then
     */
    @Transactional
    public LeaveReport run(byte[] content, boolean dryRun) {
        requireAdministrator();
        List<CellError> errors = new ArrayList<>();
        SheetTable<LeaveColumn> table = new SheetTable<>(LeaveColumn.class, MAX_ROWS, "条休假", errors);
        List<Substitutions.Draft> known = new ArrayList<>();
        directory.units().forEach(unit -> stored.lockUnit(unit.code()));
        List<NewLeave> leaves = new ArrayList<>(table.read(content, row -> row(row, known, table.warnings())));
        List<NewLeave> sound = leaves.stream()
                .filter(leave -> !collides(leave, leaves, errors))
                .toList();
        if (!errors.isEmpty()) {
            errors.sort(Comparator.comparingInt(CellError::row));
            throw new RejectedSheetException(errors);
        }
        if (!dryRun) {
            sound.forEach(leave -> substitutions.recorded(leave.planned()));
        }
        return new LeaveReport(
                dryRun, sound.size(), known.size(), sound.size() + known.size(), List.copyOf(table.warnings()));
    }

    /** The headers, and on a second sheet how to fill them in. For administrators. */
    @Transactional(readOnly = true)
    public byte[] template() {
        requireAdministrator();
        List<List<String>> notes = new ArrayList<>();
        notes.add(List.of("列", "填写"));
        for (LeaveColumn column : LeaveColumn.values()) {
            notes.add(List.of(column.header(), column.note()));
        }
        directory.units().forEach(unit -> notes.add(List.of("可用的管理单位", unit.name())));
        return XlsxSheet.write(
                "休假替岗",
                List.of(Arrays.stream(LeaveColumn.values())
                        .map(LeaveColumn::header)
                        .toList()),
                Set.of(LeaveColumn.FIRST_DAY.ordinal(), LeaveColumn.LAST_DAY.ordinal()),
                notes);
    }

    private Optional<NewLeave> row(TableRow<LeaveColumn> row, List<Substitutions.Draft> known, List<String> warnings) {
        Substitutions.Draft draft = new Substitutions.Draft(
                unit(row.text(LeaveColumn.UNIT)),
                row.text(LeaveColumn.ABSENT),
                row.text(LeaveColumn.SUBSTITUTE),
                day(row, LeaveColumn.FIRST_DAY),
                day(row, LeaveColumn.LAST_DAY),
                row.text(LeaveColumn.REASON));
        Optional<Substitution> same = same(draft);
        if (same.isPresent()) {
            known.add(draft);
            if (same.get().status() == SubstitutionStatus.WITHDRAWN) {
                warnings.add("第" + row.number() + "行 " + same.get().number() + " 已撤销,没有再次登记");
            }
            return Optional.empty();
        }
        List<FieldError> wrong = new ArrayList<>();
        Planned planned = check.read(draft, any -> true, wrong);
        if (planned != null) {
            check.collisions(planned, stored.sharing(planned), wrong);
        }
        wrong.forEach(error -> row.problem(column(error), reason(error)));
        return row.sound() && planned != null ? Optional.of(new NewLeave(row.number(), planned)) : Optional.empty();
    }

    /** The same leave of the same person with the same substitute, whatever became of it. */
    private Optional<Substitution> same(Substitutions.Draft draft) {
        Optional<LocalDate> first = Notation.date(draft.firstDay());
        Optional<LocalDate> last = Notation.date(draft.lastDay());
        return first.isEmpty() || last.isEmpty()
                ? Optional.empty()
                : stored.same(draft.unit(), draft.absent(), draft.substitute(), first.get(), last.get());
    }

    private static boolean collides(NewLeave leave, List<NewLeave> all, List<CellError> errors) {
        Optional<NewLeave> other = all.stream()
                .filter(o -> o.row() < leave.row() && o.planned().contradicts(leave.planned()))
                .findFirst();
        other.ifPresent(o -> errors.add(CellError.cell(
                leave.row(),
                LeaveColumn.ABSENT.header(),
                leave.planned().absent(),
                "与第" + o.row() + "行的休假相冲突:同一天不能重复休假,也不能既休假又替岗")));
        return other.isPresent();
    }

    /** People write the name, programs the code. */
    private String unit(String text) {
        return directory.units().stream()
                .filter(unit -> unit.name().equals(text))
                .map(Unit::code)
                .findFirst()
                .orElse(text);
    }

    private static String day(TableRow<LeaveColumn> row, LeaveColumn column) {
        return Notation.date(row.cell(column)).map(LocalDate::toString).orElse(row.text(column));
    }

    private static LeaveColumn column(FieldError error) {
        return Arrays.stream(LeaveColumn.values())
                .filter(column -> column.field().equals(error.field()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no column for " + error));
    }

    /** The column stands before it already. */
    private static String reason(FieldError error) {
        return error.message().substring(error.message().indexOf(':') + 1);
    }

    private void requireAdministrator() {
        if (!currentActor.get().admin()) {
            throw new NotPermittedException("只有系统管理员可以导入休假");
        }
    }
}
