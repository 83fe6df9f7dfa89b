package cn.aftercare.project.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.commitment.ClockOverride;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.TimeUnit;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.WarrantyItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetNotationTest {

    private final List<String> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "防水;装修=3年;电气=2028-06-30",
                "防水\uFF1B装修\uFF1D3年\uFF1B电气\uFF1D2028年6月30日",
                " 防水 ; 装修 = 3年 ;; 电气=2028/6/30;"
            })
    void readsItemsInHalfAndFullWidth(String text) {
        assertThat(SheetNotation.items(text, problems::add))
                .containsExactly(
                        WarrantyItem.standard(DefectCategory.WATERPROOF),
                        new WarrantyItem(DefectCategory.DECORATION, 3, null),
                        new WarrantyItem(DefectCategory.ELECTRICAL, null, LocalDate.of(2028, 6, 30)));
        assertThat(problems).isEmpty();
    }

    @Test
    void writesItemsAsItReadsThem() {
        String text = "防水;装修=3年;电气=2028-06-30";
        assertThat(SheetNotation.items(SheetNotation.items(text, problems::add)))
                .isEqualTo(text);
    }

    @Test
    void namesEveryBadItem() {
        SheetNotation.items("防水;地板;防水;电气=2028-02-30;设备=0年", problems::add);
        assertThat(problems)
                .containsExactly(
                        "“地板”不是保修项目(可用:防水、装修、电气、给排水、设备、采暖制冷、主体结构、其他)",
                        "保修项目“防水”重复",
                        "“电气=2028-02-30”:等号后应为到期日期(2028-06-30)或年数(3年)",
                        "“设备=0年”:等号后应为到期日期(2028-06-30)或年数(3年)");
    }

    @Test
    void readsAndWritesClocks() {
        String text = "响应=12小时;启动=2天;完成=3工作日;完成(目标)=1工作日;维修任务单=1小时";
        List<ClockOverride> clocks = SheetNotation.clocks(text, problems::add);
        assertThat(clocks)
                .containsExactly(
                        new ClockOverride(CommitmentType.RESPONSE, CommitmentKind.HARD, 12, TimeUnit.HOUR),
                        new ClockOverride(CommitmentType.START, CommitmentKind.HARD, 2, TimeUnit.CALENDAR_DAY),
                        new ClockOverride(CommitmentType.COMPLETION, CommitmentKind.HARD, 3, TimeUnit.WORKING_DAY),
                        new ClockOverride(CommitmentType.COMPLETION, CommitmentKind.TARGET, 1, TimeUnit.WORKING_DAY),
                        new ClockOverride(CommitmentType.TASK_ORDER, CommitmentKind.TARGET, 1, TimeUnit.HOUR));
        assertThat(problems).isEmpty();
        assertThat(SheetNotation.clocks(clocks)).isEqualTo(text);
    }

    @Test
    void namesEveryBadClock() {
        SheetNotation.clocks("响应;启动=0天;到达=1小时;完成=3工作日;完成(硬性)=4工作日", problems::add);
        assertThat(problems)
                .containsExactly(
                        "“响应”:等号后应为大于 0 的时限,如 12小时、2天、3工作日",
                        "“启动=0天”:等号后应为大于 0 的时限,如 12小时、2天、3工作日",
                        "“到达”不是服务时限(可用:维修任务单、响应、到场、报告监督站、约定初次维修时间、启动、当天解决、恢复使用功能、完成、维保后回访)",
                        "时限“完成(硬性)”重复");
    }
}
