package cn.aftercare.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.calendar.PrcCalendar;
import cn.aftercare.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** rules.md, warranty entitlement. */
class WarrantyTest {

    private final WorkingCalendar calendar = PrcCalendar.upTo2026();

    @ParameterizedTest(name = "{1} accepted {0} ends {2}")
    @CsvSource({
        "2023-10-15, DECORATION, 2025-10-15, false",
        // 1 to 8 October 2025 are off
        "2023-10-01, ELECTRICAL, 2025-10-09, false",
        // Saturday 11 October 2025 is a make-up day, Sunday 12 is not
        "2023-10-11, PLUMBING, 2025-10-11, false",
        "2023-10-12, EQUIPMENT, 2025-10-13, false",
        // clipped to 28 February 2026, a Saturday worked for the Spring Festival
        "2024-02-29, HVAC, 2026-02-28, false",
        "2021-08-31, WATERPROOF, 2026-08-31, false",
        // 2028 is not imported: Saturday 3 June goes to Monday
        "2023-06-03, WATERPROOF, 2028-06-05, true",
        "2026-01-05, OTHER, 2028-01-05, true",
        // 50 years later is a Sunday
        "2023-10-15, STRUCTURE, 2073-10-16, true",
    })
    void endsAfterTheStandardYearsOnAWorkingDay(
            LocalDate acceptedOn, DefectCategory category, LocalDate end, boolean provisional) {
        assertThat(WarrantyItem.standard(category).end(acceptedOn, calendar))
                .isEqualTo(new WarrantyEnd(end, provisional));
    }

    @Test
    void anExplicitEndWinsAndDoesNotRoll() {
        LocalDate holiday = LocalDate.of(2026, 10, 1);
        assertThat(new WarrantyItem(DefectCategory.DECORATION, 2, holiday).end(LocalDate.of(2023, 10, 15), calendar))
                .isEqualTo(new WarrantyEnd(holiday, false));
        LocalDate unknownYear = LocalDate.of(2028, 6, 30);
        assertThat(new WarrantyItem(DefectCategory.WATERPROOF, null, unknownYear)
                        .end(LocalDate.of(2023, 10, 15), calendar))
                .isEqualTo(new WarrantyEnd(unknownYear, false));
    }

    @Test
    void promisesSomething() {
        assertThatThrownBy(() -> new WarrantyItem(DefectCategory.OTHER, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLastDayIsInside() {
        Project project =
                Projects.accepted(LocalDate.of(2023, 10, 15), WarrantyItem.standard(DefectCategory.DECORATION));
        LocalDate end = LocalDate.of(2025, 10, 15);
        assertThat(project.judge(DefectCategory.DECORATION, end, calendar))
                .isEqualTo(new Entitlement(end, true, false));
        assertThat(project.judge(DefectCategory.DECORATION, end.plusDays(1), calendar))
                .isEqualTo(new Entitlement(end, false, false));
    }

    @Test
    void aCategoryWithoutItemFallsBackToOther() {
        LocalDate acceptedOn = LocalDate.of(2023, 10, 15);
        LocalDate day = LocalDate.of(2024, 5, 6);
        Project without = Projects.accepted(acceptedOn, WarrantyItem.standard(DefectCategory.DECORATION));
        Project with = Projects.accepted(acceptedOn, new WarrantyItem(DefectCategory.OTHER, 1, null));

        assertThat(without.judge(DefectCategory.HVAC, day, calendar)).isEqualTo(new Entitlement(null, false, false));
        assertThat(with.judge(DefectCategory.HVAC, day, calendar))
                .isEqualTo(new Entitlement(LocalDate.of(2024, 10, 15), true, false));
    }

    @Test
    void theStructureIsAlwaysCoveredForItsDesignLife() {
        Project project =
                Projects.accepted(LocalDate.of(2023, 10, 15), new WarrantyItem(DefectCategory.OTHER, 1, null));
        assertThat(project.judge(DefectCategory.STRUCTURE, LocalDate.of(2040, 1, 1), calendar))
                .isEqualTo(new Entitlement(LocalDate.of(2073, 10, 16), true, true));
    }

    @Test
    void theProjectsWarrantyEndsWithItsLastItemButTheStructure() {
        Project project = Projects.accepted(
                LocalDate.of(2021, 8, 31),
                WarrantyItem.standard(DefectCategory.STRUCTURE),
                WarrantyItem.standard(DefectCategory.DECORATION),
                WarrantyItem.standard(DefectCategory.WATERPROOF));
        assertThat(project.warrantyEnd(calendar)).contains(new WarrantyEnd(LocalDate.of(2026, 8, 31), false));
        assertThat(Projects.accepted(LocalDate.of(2021, 8, 31)).warrantyEnd(calendar))
                .isEmpty();
    }

    @Test
    void aTeamOfFewerThanSixTechniciansIsWarnedAbout() {
        TeamMember one = new TeamMember("李强", null);
        Team five = new Team(null, "王明", null, null, null, List.of(one, one, one, one, one));
        Team six = new Team(null, "王明", null, null, null, List.of(one, one, one, one, one, one));
        assertThat(five.warnings()).containsExactly("专职维修技工不足 6 名(现有 5 名)");
        assertThat(six.warnings()).isEmpty();
    }
}
