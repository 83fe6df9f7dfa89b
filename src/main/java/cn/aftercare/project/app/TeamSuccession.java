package cn.aftercare.project.app;

import cn.aftercare.project.Project;
import cn.aftercare.project.Team;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows when a sheet names somebody else for a project that is under way. */
public interface TeamSuccession {

    /** The people of a team whom a sheet names by login. */
    enum Seat {
        WARRANTY_MANAGER("维保经理", SheetColumn.MANAGER_LOGIN),
        ENGINEER("专业工程师", SheetColumn.ENGINEER_LOGIN);

        private final String label;
        private final SheetColumn column;

        Seat(String label, SheetColumn column) {
            this.label = label;
            this.column = column;
        }

        /** The Chinese name people read. */
        public String label() {
            return label;
        }

        SheetColumn column() {
            return column;
        }

        /** Login, or null: the group of the unit does the work. */
        public @Nullable String of(Team team) {
            return this == WARRANTY_MANAGER ? team.managerId() : team.engineerId();
        }
    }

    /**
     * Why this person cannot take over, in Chinese; empty: nothing against it.
     *
     * @param after the project as the sheet has it
     */
    Optional<String> refusal(Project after, Seat seat, String login);

    /**
     * Hands over what is open and keeps who was responsible until today; the project itself is stored already.
     *
     * @return how many open tasks changed hands
     */
    int succeeded(Project before, Project after, Seat seat);
}
