package cn.aftercare.organisation.app;

import cn.aftercare.organisation.Person;
import cn.aftercare.organisation.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks up units and people, for option lists and for names on pages and records. Asks for no permission of its own. */
public interface Directory {

    /** The members of a candidate group, by name. */
    List<Person> people(String group);

    /** The person's Chinese name, or the id itself when there is no such login (any more). */
    String displayName(String userId);

    /** Candidate groups of a person. */
    List<String> groupsOf(String userId);

    /** Whether the login is somebody's who works here; a sheet of projects may name one that is nobody's. */
    default boolean knows(@Nullable String login) {
        return login != null && !groupsOf(login).isEmpty();
    }

    /** Codes of the units whose cases a person may see. */
    List<String> unitsOf(String userId);

    /** HQ first. */
    List<Unit> units();

    Optional<Unit> unit(String code);

    /** Everybody who holds a role in the unit, by name. */
    default List<Person> staff(Unit unit) {
        return unit.roles().stream()
                .flatMap(role -> people(role.groupOf(unit.code())).stream())
                .distinct()
                .sorted(Comparator.comparing(Person::displayName))
                .toList();
    }

    /** The Chinese name of a unit, or the code itself when there is no such unit (any more). */
    default String unitName(String code) {
        return unit(code).map(Unit::name).orElse(code);
    }

    /** The Chinese name of a candidate group, or the id itself when there is no such group. */
    String groupName(String group);
}
