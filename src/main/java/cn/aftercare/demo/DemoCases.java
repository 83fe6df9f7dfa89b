package cn.aftercare.demo;

import static cn.aftercare.demo.DemoStep.Motif.CRACK;
import static cn.aftercare.demo.DemoStep.Motif.DEAD_LAMP;
import static cn.aftercare.demo.DemoStep.Motif.LOOSE_TILE;
import static cn.aftercare.demo.DemoStep.Motif.WATER_STAIN;

import cn.aftercare.commitment.PauseReason;
import cn.aftercare.organisation.Role;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Project;
import cn.aftercare.repair.Blocker;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.Satisfaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The demo cases, whose times are counted back from now: whenever the demo is started, some promises are kept, some are
 * about to be broken and some are broken. What has to be about to happen hangs on clocks that run in hours; days end at
 * midnight, however late it is now.
 */
public final class DemoCases {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Instant now;
    private final Map<String, Project> projects;

    private DemoCases(Instant now, List<Project> projects) {
        this.now = now.truncatedTo(ChronoUnit.MINUTES);
        this.projects = projects.stream().collect(Collectors.toMap(Project::code, Function.identity()));
    }

    /** The cases in the order in which they were recorded; the same instant gives the same cases. */
    public static List<DemoCase> asOf(Instant now, List<Project> projects) {
        DemoCases cases = new DemoCases(now, projects);
        return Stream.of(cases.ended(), cases.onSite(), cases.offSite(), cases.overdue(), cases.fresh())
                .flatMap(List::stream)
                .map(CaseScript::build)
                .sorted(Comparator.comparing(DemoCase::recordedAt))
                .toList();
    }

    /** How a repair that came of a visit ends, within a week. */
    public static List<DemoStep> repairOfVisit(Instant now, String project, Instant visitedAt, List<Project> projects) {
        return new DemoCases(now, projects)
                .report(project, visitedAt.plus(Duration.ofMinutes(40)), DefectCategory.DECORATION, "门诊2层走廊", "护墙板接缝开裂")
                .on(0, "11:00")
                .prepared("结构胶、接缝压条2根")
                .photo(CRACK, false)
                .survey("重新打胶并加压条", "板缝未留伸缩量,系我司施工")
                .confirm()
                .started("门诊结束后施工")
                .work("重新打胶、加压条并补色")
                .selfCheck(true, "接缝密实")
                .photo(CRACK, true)
                .accepted()
                .on(4, "10:00")
                .scannedAndFiled()
                .on(6, "15:00")
                .visited(Satisfaction.SATISFIED, "处理及时", null)
                .build()
                .steps();
    }

    private List<CaseScript> ended() {
        return List.of(
                report("NJ-2024-003", days(45, "09:12"), DefectCategory.DECORATION, "A座3层走廊", "石膏板吊顶接缝开裂约2米")
                        .publicArea()
                        .taskOrder("走廊人流大,请避开上班高峰")
                        .materials("石膏板2张、嵌缝膏、接缝带、乳胶漆1桶")
                        .crew(null)
                        .contact("吴主任同意当日勘查,要求夜间不施工")
                        .photo(CRACK, false)
                        .survey("剔除开裂接缝,重新嵌缝、贴带、批嵌后补涂乳胶漆", "接缝未留伸缩缝,温差变形开裂;系我司施工")
                        .confirm()
                        .started("当日下午设围挡施工,次日交付")
                        .work("剔缝、嵌缝、贴接缝带并补涂乳胶漆")
                        .selfCheck(true, "接缝平整,无色差")
                        .photo(CRACK, true)
                        .accepted()
                        .on(2, "10:20")
                        .scannedAndFiled()
                        .on(4, "15:00")
                        .visited(Satisfaction.SATISFIED, "维修及时,现场收拾得干净", "空调出风口不要直吹吊顶接缝"),
                report("SZ-2024-005", days(41, "08:35"), DefectCategory.PLUMBING, "12层男卫生间", "给水支管接头渗水,吊顶有水迹")
                        .taskOrder(null)
                        .materials("PPR管件、快粘粉、扣板2块")
                        .crew(null)
                        .contact("已告知物业先关闭12层支管阀门")
                        .photo(WATER_STAIN, false)
                        .major()
                        .survey("更换渗漏接头及一段支管,试压后恢复吊顶", "热熔接头虚焊,系我司施工")
                        .confirm()
                        .started("当日停水2小时更换接头,两日内恢复吊顶")
                        .restored("已更换接头并恢复供水,临时敞开吊顶观察")
                        .on(2, "14:00")
                        .work("试压合格后恢复吊顶扣板")
                        .selfCheck(true, null)
                        .accepted()
                        .on(4, "09:30")
                        .filed("苏州分公司档案室2柜1层")
                        .on(6, "16:00")
                        .visited(Satisfaction.SATISFIED, null, "每季度检查一次支管阀门"),
                report("NJ-2019-002", days(38, "14:05"), DefectCategory.DECORATION, "2层开敞办公区", "地面石材松动3块")
                        .prepared("石材专用粘结剂、填缝剂")
                        .photo(LOOSE_TILE, false)
                        .survey("拆下松动石材,清理基层后重新铺贴", "粘结层空鼓;装修保修期已于2021年届满")
                        .on(1, "09:00")
                        .confirm()
                        .materialQuote("860.00", "石材粘结剂、填缝剂及损耗石材1块,只收材料费", true)
                        .started("次日上午施工,养护一天")
                        .work("重新铺贴石材3块并填缝")
                        .selfCheck(true, "无空鼓,缝宽一致")
                        .photo(LOOSE_TILE, true)
                        .accepted()
                        .on(3, "11:00")
                        .filed("南京分公司档案室3柜2层")
                        .on(6, "10:00")
                        .visited(Satisfaction.SATISFIED, "收费清楚", null),
                report("HQ-2024-001", days(36, "19:40"), DefectCategory.ELECTRICAL, "2号馆北侧连廊", "一路筒灯不亮,共6只")
                        .by(Channel.EMAIL)
                        .publicArea()
                        .prepared("LED驱动器6只、阻燃软管")
                        .photo(DEAD_LAMP, false)
                        .survey("更换驱动器,重新压接线头", "驱动器批次故障,在保修期内")
                        .on(1, "08:30")
                        .confirm()
                        .started("开馆前完成")
                        .work("更换驱动器6只,逐只试亮")
                        .selfCheck(true, null)
                        .photo(DEAD_LAMP, true)
                        .accepted()
                        .on(3, "09:00")
                        .scannedAndFiled()
                        .on(5, "14:30")
                        .visited(Satisfaction.SATISFIED, null, "连廊照明不要频繁启停"),
                report("NJ-2025-006", days(34, "10:10"), DefectCategory.DECORATION, "门诊2层输液区", "墙面护墙板被病床撞裂4块")
                        .prepared("树脂护墙板4块、结构胶")
                        .photo(CRACK, false)
                        .unknownCause()
                        .survey("更换护墙板4块", "板面有撞击痕迹,原因待护士站监控确认")
                        .on(1, "09:40")
                        .overrule("监控显示为转运病床撞击,非施工原因")
                        .quote("2360.00", "900.00", "130.00", "护墙板4块、结构胶;人工2工日;管理费4%")
                        .on(2, "10:00")
                        .negotiated("REQUOTE")
                        .quote("2360.00", "600.00", "90.00", "人工按1.5工日计,管理费相应下调")
                        .on(3, "09:30")
                        .negotiated("SIGNED")
                        .on(4, "13:00")
                        .started("避开门诊高峰,傍晚施工")
                        .work("拆除破损护墙板并更换4块")
                        .selfCheck(true, null)
                        .photo(CRACK, true)
                        .accepted()
                        .on(6, "09:00")
                        .scannedAndFiled()
                        .on(8, "11:00")
                        .visited(Satisfaction.ACCEPTABLE, "价格可以接受,希望流程再快些", "转运通道建议加装防撞条"),
                report("SZ-2023-002", days(30, "09:50"), DefectCategory.DECORATION, "宴会厅入口", "木饰面起皮约0.5平方米")
                        .by(Channel.LETTER)
                        .prepared("木皮、封边胶")
                        .photo(CRACK, false)
                        .survey("更换起皮饰面", "装修保修期已届满,饰面受潮起皮")
                        .confirm()
                        .on(2, "15:00")
                        .materialQuote("3200.00", "科技木皮饰面1张及辅料", false),
                report("NJ-2024-011", days(28, "08:50"), DefectCategory.DECORATION, "18层会议室", "墙面乳胶漆色差、局部起鼓")
                        .prepared("乳胶漆2桶、腻子")
                        .photo(WATER_STAIN, false)
                        .survey("铲除起鼓部位,重新批嵌涂刷", "基层含水率偏高,系我司施工")
                        .confirm()
                        .started("当日开工,当日完成")
                        .work("铲除起鼓、批嵌并涂刷两遍")
                        .selfCheck(true, "表面平整")
                        .notAccepted("新旧墙面色差明显,要求整面重刷")
                        .on(1, "13:30")
                        .work("按原色号调漆,整面墙重新涂刷两遍(返工)")
                        .selfCheck(true, "灯光下无色差")
                        .photo(WATER_STAIN, true)
                        .accepted()
                        .on(3, "10:00")
                        .filed("南京分公司档案室3柜4层")
                        .on(5, "16:30")
                        .visited(Satisfaction.ACCEPTABLE, "返工后满意,第一次做得不够细", null),
                report("NJ-2023-001", days(25, "11:20"), DefectCategory.ELECTRICAL, "1层大堂", "大堂吊灯不亮")
                        .refuse("吊灯由业主另行委托其他单位安装,不属我司施工内容,已告知业主联系安装单位"),
                report("SZ-2025-001", days(24, "17:15"), DefectCategory.HVAC, "2号楼1204室", "风机盘管冷凝水滴漏")
                        .by(Channel.COMPLAINT)
                        .taskOrder("业主曾来电未接通,请优先处理")
                        .materials("冷凝水管、保温棉")
                        .crew(null)
                        .on(1, "18:30")
                        .supervised(Role.WARRANTY_MANAGER, "已约谈售后专员,今晚电话致歉并确定明早上门")
                        .contact("电话致歉并约定次日上午上门")
                        .on(2, "09:00")
                        .photo(WATER_STAIN, false)
                        .survey("疏通冷凝水管,调整坡度并更换保温", "冷凝水管坡度不足,系我司施工")
                        .confirm()
                        .started("当日完成")
                        .work("调整冷凝水管坡度并更换保温棉,通水试验合格")
                        .selfCheck(true, null)
                        .accepted()
                        .on(5, "10:00")
                        .filed("苏州分公司档案室2柜3层")
                        .on(7, "15:00")
                        .visited(Satisfaction.DISSATISFIED, "第一次打电话没人接,等了一天多才有人联系", "供冷季前清洗接水盘"),
                report("HQ-2022-003", days(22, "10:25"), DefectCategory.OTHER, "登录大厅入口", "要求加装无障碍坡道扶手")
                        .by(Channel.VISIT)
                        .prepared("不锈钢扶手、化学锚栓")
                        .notOurScope()
                        .survey("按图集加装单侧扶手", "原施工图无此内容,不属我司施工范围")
                        .confirm()
                        .quote("4800.00", "1500.00", "250.00", "304不锈钢扶手6米,含锚固与打磨")
                        .on(4, "16:00")
                        .negotiated("REFUSED"),
                report("SZ-2021-004", days(20, "08:05"), DefectCategory.WATERPROOF, "地下室展品库", "外墙内侧渗水,墙面返潮")
                        .publicArea()
                        .taskOrder("展品已由馆方转移")
                        .materials("聚氨酯灌浆液、防水砂浆")
                        .crew("公司防水班组2人")
                        .contact("馆方同意闭馆后施工")
                        .photo(WATER_STAIN, false)
                        .major()
                        .survey("渗漏点高压灌浆,内侧重做防水砂浆", "穿墙管根部防水老化,防水保修期内")
                        .confirm()
                        .started("当晚先灌浆止水,三日内完成面层")
                        .restored("灌浆后已无明水")
                        .on(3, "16:00")
                        .work("内侧防水砂浆两道,养护完成")
                        .selfCheck(true, "闭水观察24小时无渗漏")
                        .photo(WATER_STAIN, true)
                        .accepted()
                        .on(5, "09:30")
                        .scannedAndFiled()
                        .on(9, "10:30")
                        .visited(Satisfaction.SATISFIED, "处理彻底", "雨季请留意穿墙管根部"),
                report("NJ-2022-008", days(18, "13:45"), DefectCategory.DECORATION, "8层客房0812", "卫生间门套受潮变形")
                        .prepared("门套线、密封胶")
                        .photo(CRACK, false)
                        .major()
                        .survey("更换门套,接缝打胶封闭", "门套底部未做防潮处理;装修延保期内")
                        .on(1, "09:30")
                        .confirm()
                        .plan("定制门套到货后施工,预计四天")
                        .appointment()
                        .notReady(PauseReason.MATERIAL, "门套按原色定制,厂家四天到货")
                        .on(5, "08:40")
                        .waitingOver("门套已到货验收")
                        .ready()
                        .start(Blocker.CURING, "密封胶需固化一天")
                        .restored("旧门套拆除,卫生间可正常使用")
                        .on(6, "14:00")
                        .work("安装新门套并打胶")
                        .selfCheck(true, null)
                        .photo(CRACK, true)
                        .accepted()
                        .on(8, "09:00")
                        .filed("南京分公司档案室3柜1层")
                        .on(11, "15:30")
                        .visited(Satisfaction.SATISFIED, null, "淋浴后请开排风"),
                report("HQ-2025-002", days(16, "22:10"), DefectCategory.PLUMBING, "9层茶水间", "洗涤盆下水堵塞返水")
                        .typedInLate(Duration.ofHours(10), "夜间保安室代接,次日早班补录")
                        .prepared("下水软管、存水弯")
                        .survey("疏通并更换存水弯", "存水弯装反,系我司施工")
                        .confirm()
                        .started("当日处理")
                        .work("疏通下水并更换存水弯,通水试验3次")
                        .selfCheck(true, null)
                        .accepted()
                        .on(4, "09:00")
                        .filed("总部档案室维保柜5层")
                        .on(6, "10:30")
                        .visited(Satisfaction.SATISFIED, null, "请勿将茶渣倒入洗涤盆"),
                report("SZ-2025-001", days(12, "09:30"), DefectCategory.OTHER, "3号楼702室", "门锁电池无电")
                        .by(Channel.ONLINE)
                        .refuse("更换电池属日常使用维护,已电话指导业主自行更换"));
    }

    private List<CaseScript> onSite() {
        return List.of(
                report("SZ-2024-005", days(8, "09:05"), DefectCategory.ELECTRICAL, "地下车库电梯厅", "插座回路跳闸")
                        .prepared("漏电保护器、BV线")
                        .photo(DEAD_LAMP, false)
                        .survey("更换漏电保护器并排查回路绝缘", "插座底盒进水导致绝缘下降,系我司封堵不严")
                        .confirm()
                        .on(1, "08:30")
                        .started("上午断电检修")
                        .work("更换漏电保护器,重做底盒封堵")
                        .selfCheck(true, "绝缘电阻合格")
                        .accepted()
                        .on(3, "10:00")
                        .filed("苏州分公司档案室2柜2层"),
                report("NJ-2025-009", days(6, "10:15"), DefectCategory.DECORATION, "4层阅览区", "地胶接缝翘起")
                        .publicArea()
                        .prepared("地胶焊条、胶粘剂")
                        .photo(LOOSE_TILE, false)
                        .survey("重新焊接接缝", "焊缝漏焊,系我司施工")
                        .confirm()
                        .started("闭馆后施工")
                        .work("重新开槽焊接接缝12米")
                        .selfCheck(true, null)
                        .photo(LOOSE_TILE, true)
                        .accepted(),
                report("NJ-2024-011", days(5, "14:20"), DefectCategory.DECORATION, "20层前台", "背景墙饰面板脱胶")
                        .publicArea()
                        .prepared("结构胶、美纹纸")
                        .photo(CRACK, false)
                        .major()
                        .survey("拆下脱胶面板,基层处理后重新粘贴", "胶粘剂涂布不足,系我司施工")
                        .confirm()
                        .on(1, "08:30")
                        .started("两日完成,前台临时迁至侧厅")
                        .restored("松动面板已全部拆下,消除坠落隐患")
                        .on(2, "14:00")
                        .work("重新粘贴饰面板6块")
                        .selfCheck(true, null)
                        .notAccepted("两块面板缝隙不齐,要求调整"),
                report("HQ-2022-003", days(4, "08:40"), DefectCategory.DECORATION, "多功能厅", "雨后吊顶滴水,吊顶板受潮变形")
                        .causedBy(DefectCategory.WATERPROOF)
                        .publicArea()
                        .taskOrder("明日有会议,请先接水保护")
                        .materials("防水卷材、密封胶、彩条布")
                        .crew("公司防水班组3人")
                        .contact("业主要求先保证会议使用", null)
                        .photo(WATER_STAIN, false)
                        .major()
                        .survey("屋面变形缝重做防水,更换受潮吊顶板", "屋面变形缝盖板密封失效所致,随防水项目在保修期内")
                        .confirm()
                        .on(2, "08:30")
                        .started("先临时封堵,三日内完成")
                        .restored("变形缝临时封堵,厅内不再滴水"),
                report("HQ-2024-001", days(3, "15:30"), DefectCategory.DECORATION, "3号馆贵宾室", "木地板起拱")
                        .prepared("木地板2平方米、防潮膜")
                        .photo(LOOSE_TILE, false)
                        .survey("拆除起拱地板,补留伸缩缝后重铺", "墙边未留伸缩缝,系我司施工")
                        .confirm()
                        .on(1, "08:20")
                        .started("当日施工")
                        .work("重铺木地板并补留伸缩缝")
                        .selfCheck(true, "行走无响动"),
                report("SZ-2025-001", days(3, "09:15"), DefectCategory.HVAC, "1号楼公共走廊", "新风口异响")
                        .publicArea()
                        .prepared("减振垫、软接头")
                        .survey("更换软接头,加装减振垫", "软接头老化松脱,在保修期内")
                        .confirm()
                        .on(1, "08:50")
                        .plan("走廊分段施工")
                        .appointment()
                        .ready()
                        .hoarding("分段设围挡,安排护工引导老人绕行")
                        .start(Blocker.MATERIAL, "软接头规格特殊,需厂家加工两天"),
                report("NJ-2022-008", days(3, "08:30"), DefectCategory.DECORATION, "11层客房1106", "壁纸大面积起泡")
                        .prepared("壁纸胶")
                        .photo(WATER_STAIN, false)
                        .major()
                        .survey("更换整面壁纸", "墙基膜涂刷不匀;装修延保期内")
                        .confirm()
                        .on(1, "09:00")
                        .plan("壁纸到货后半天完成")
                        .appointment()
                        .notReady(PauseReason.MATERIAL, "原款壁纸停产,业主选定替代款后三天到货"),
                report("SZ-2023-002", days(2, "10:40"), DefectCategory.WATERPROOF, "会议层卫生间", "地面渗水至下层")
                        .taskOrder(null)
                        .materials("渗透结晶防水涂料")
                        .crew(null)
                        .contact("业主本周有会议,要求下周一早上进场", daysAhead(5, "08:30"))
                        .photo(WATER_STAIN, false)
                        .major()
                        .survey("地漏周边剔凿后重做防水", "地漏根部防水破损,防水保修期内")
                        .on(1, "09:20")
                        .confirm()
                        .plan("按业主指定时间进场,三个工作日完成")
                        .appointment(daysAhead(5, "08:30")));
    }

    private List<CaseScript> offSite() {
        return List.of(
                report("HQ-2025-002", hours(47), DefectCategory.DECORATION, "1层大堂", "石材墙面一处缺角")
                        .by(Channel.VISIT)
                        .publicArea()
                        .prepared("石材修补胶、色粉")
                        .unknownCause()
                        .survey("修补缺角并抛光", "搬运撞击痕迹不明显,原因尚待查明")
                        .confirm()
                        .pausedByHand(PauseReason.OWNER, "业主本周有接待活动,大堂暂不允许施工"),
                report("NJ-2023-001", hours(44), DefectCategory.DECORATION, "3层走廊", "吊顶开裂约1.5米")
                        .publicArea()
                        .prepared("石膏板1张、嵌缝膏")
                        .photo(CRACK, false)
                        .survey("更换开裂石膏板并补漆", "装修保修期已于2025年10月届满")
                        .confirm(),
                report("NJ-2025-006", hours(42), DefectCategory.EQUIPMENT, "5层手术部", "自动门感应失灵")
                        .prepared("感应探头1只")
                        .unknownCause()
                        .survey("更换感应探头", "探头进水损坏,进水原因待查")
                        .overrule("清洁人员用水枪冲洗探头所致,非我司原因")
                        .quote("1280.00", "300.00", "60.00", "自动门感应探头1只,含调试"),
                report("SZ-2024-005", hours(30), DefectCategory.DECORATION, "15层电梯厅", "石材地面水斑")
                        .publicArea()
                        .prepared("石材养护剂")
                        .notOurCause()
                        .survey("打磨后重做防护", "保洁使用酸性清洁剂腐蚀所致")
                        .confirm(),
                // The technician has had the job for 22 of the 24 hours in which the first visit is to be agreed.
                report("NJ-2025-009", hours(26), DefectCategory.ELECTRICAL, "报告厅", "台口灯带闪烁")
                        .by(Channel.EMAIL)
                        .taskOrder(null)
                        .materials("灯带电源2只")
                        .crew(null)
                        .contact("馆方已停用该回路")
                        .photo(DEAD_LAMP, false)
                        .survey("更换灯带电源", "电源过载老化,在保修期内")
                        .confirm()
                        .after(Duration.ofMinutes(76))
                        .plan("与馆方约定无活动的半天"),
                report("NJ-2024-003", hours(20), DefectCategory.PLUMBING, "B座6层女卫生间", "感应龙头不出水")
                        .prepared("感应龙头电磁阀2只")
                        .survey("更换电磁阀", "电磁阀滤网堵塞损坏,在保修期内"),
                report("SZ-2024-005", hours(9), DefectCategory.DECORATION, "8层办公区", "架空地板局部下陷")
                        .prepared("地板支架10套")
                        .photo(LOOSE_TILE, false),
                report("HQ-2024-001", hours(7), DefectCategory.HVAC, "2号馆东区", "送风口结露滴水")
                        .publicArea()
                        .requested(hours(-20))
                        .prepared("保温棉、铝箔胶带"));
    }

    /** Promises broken in the past and not kept yet, with the supervision they lead to. */
    private List<CaseScript> overdue() {
        return List.of(
                // Not started within three days: everybody up to HQ knows.
                report("HQ-2022-003", days(7, "09:00"), DefectCategory.EQUIPMENT, "登录大厅闸机", "闸机扇门不回位")
                        .by(Channel.COMPLAINT)
                        .publicArea()
                        .prepared("闸机电机1台")
                        .survey("更换扇门电机", "电机烧毁;设备保修期已届满")
                        .on(1, "10:00")
                        .confirm()
                        .materialQuote("2150.00", "扇门电机1台,只收材料费", true),
                report("SZ-2021-004", hours(80), DefectCategory.WATERPROOF, "屋面采光天窗", "天窗四周渗水")
                        .taskOrder(null)
                        .materials("耐候密封胶")
                        .after(Duration.ofHours(25))
                        .supervised(Role.WARRANTY_MANAGER, "专员休假未交接,已改派他人联系业主"),
                report("NJ-2019-002", hours(56), DefectCategory.PLUMBING, "4层茶水间", "水龙头滴水")
                        .taskOrder(null)
                        .crew(null),
                report("SZ-2023-002", hours(27), DefectCategory.HVAC, "大堂", "空调出风口噪声大")
                        .by(Channel.ONLINE)
                        .publicArea()
                        .taskOrder(null)
                        .materials("消声软接1套")
                        .crew(null),
                report("NJ-2024-011", hours(26), DefectCategory.ELECTRICAL, "16层弱电间", "应急照明不亮")
                        .taskOrder(null)
                        .materials("应急灯2只"),
                report("SZ-2021-004", hours(24), DefectCategory.STRUCTURE, "主展厅东北角柱", "柱身出现斜向裂缝")
                        .taskOrder("请工程师携裂缝宽度仪")
                        .materials("临时支撑钢管一批")
                        .crew("公司结构组1人")
                        .contact("馆方已封闭展厅")
                        .photo(CRACK, false)
                        .after(Duration.ofMinutes(80))
                        .survey("停止使用并临时支撑,委托设计单位出方案", "裂缝宽0.4毫米,贯穿柱角,疑为结构性裂缝", false, true),
                report("SZ-2025-001", hours(12), DefectCategory.PLUMBING, "4号楼地下室", "给水主管爆裂,车库进水")
                        .emergency()
                        .publicArea(),
                report("HQ-2025-002", hours(7), DefectCategory.PLUMBING, "6层机房", "消防喷淋接头滴水,下方为配电柜")
                        .prepared("沟槽卡箍、防水布")
                        .photo(WATER_STAIN, false)
                        .survey("断电防护后更换卡箍", "滴水已接近配电柜,有触电和停电危险", true, false));
    }

    private List<CaseScript> fresh() {
        return List.of(
                // The answer is due in two hours, and nobody has called the owner yet.
                report("NJ-2025-009", hours(22), DefectCategory.HVAC, "7层自习区", "风机盘管不制热")
                        .taskOrder(null)
                        .materials("电动二通阀1只")
                        .crew(null),
                report("SZ-2024-005", hours(21), DefectCategory.DECORATION, "6层电梯厅", "金属吊顶板松动")
                        .by(Channel.REVISIT)
                        .publicArea()
                        .taskOrder("回访时发现,请先行加固")
                        .crew(null),
                report("NJ-2024-003", hours(5), DefectCategory.ELECTRICAL, "A座1层配电间", "配电箱打火,有焦糊味")
                        .emergency(),
                report("HQ-2024-001", hours(3), DefectCategory.DECORATION, "2号馆北门", "门套石材松动")
                        .by(Channel.PHONE)
                        .publicArea(),
                report("SZ-2024-005", minutes(100), DefectCategory.PLUMBING, "18层女卫生间", "便器冲水不止"),
                report("NJ-2022-008", minutes(90), DefectCategory.STRUCTURE, "12层设备房", "楼板板底出现网状裂缝并有掉渣")
                        .structural(),
                report("NJ-2024-011", minutes(35), DefectCategory.DECORATION, "22层休息区", "踢脚线脱落2米"),
                report("NJ-2025-006", minutes(20), DefectCategory.PLUMBING, "1层急诊洗手间", "洗手盆下水慢")
                        .requested(hours(-18)));
    }

    private CaseScript report(
            String project, Instant receivedAt, DefectCategory category, String location, String description) {
        Project found = projects.get(project);
        if (found == null) {
            throw new IllegalStateException("no demo project " + project);
        }
        return new CaseScript(found, receivedAt, category, location, description);
    }

    private Instant days(int ago, String time) {
        return now.atZone(ZONE)
                .toLocalDate()
                .minusDays(ago)
                .atTime(LocalTime.parse(time))
                .atZone(ZONE)
                .toInstant();
    }

    private Instant daysAhead(int days, String time) {
        return days(-days, time);
    }

    private Instant hours(int ago) {
        return now.minus(Duration.ofHours(ago));
    }

    private Instant minutes(int ago) {
        return now.minus(Duration.ofMinutes(ago));
    }
}
