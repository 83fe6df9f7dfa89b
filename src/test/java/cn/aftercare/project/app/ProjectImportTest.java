package cn.aftercare.project.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.commitment.ClockOverride;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.TimeUnit;
import cn.aftercare.organisation.Actor;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Entitlement;
import cn.aftercare.project.Machine;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.project.Project;
import cn.aftercare.project.Projects;
import cn.aftercare.project.Team;
import cn.aftercare.project.TeamMember;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.sheet.CellError;
import cn.aftercare.sheet.Notation;
import cn.aftercare.sheet.RejectedSheetException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

class ProjectImportTest {

    private static final Actor ADMIN = new Actor("admin", "管理员", true, Set.of(), Set.of());
    private static final Actor NANJING_PMD =
            new Actor("nanjing-pmd", "南京", false, Set.of("nanjing-pmd"), Set.of("nanjing"));
    private static final Actor SUZHOU_PMD =
            new Actor("suzhou-pmd", "苏州", false, Set.of("suzhou-pmd"), Set.of("suzhou"));
    private static final Actor NANJING_ENGINEER =
            new Actor("nanjing-engineer", "南京", false, Set.of("nanjing-engineer"), Set.of("nanjing"));

    private static final String HEADER = "工程编号,工程名称,业主名称,业主联系人,业主电话,工程地点,管理单位,管理方式,竣工验收日期,项目经理,保修项目";
    private static final String ROW_1 =
            "NJ-2023-001,江宁办公楼装修工程,江宁置业,周敏,13800000000,南京市江宁区,nanjing,分公司直管,2023-10-15,王明,防水;装修;电气=2028-06-30";
    private static final String ROW_2 =
            "NJ-2021-007,河西商场,河西商业,赵倩,025-86000000,南京市建邺区,nanjing,总部授权,2021/8/31,李强,防水\uFF1B装修";

    private final RoomsContext rooms = RoomsContext.onH2();
    private final ProjectImport imports = rooms.get(ProjectImport.class);
    private final ProjectService projects = rooms.get(ProjectService.class);

    @BeforeEach
    void administratorActs() {
        rooms.actAs(ADMIN);
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void importsACsvSheet() {
        assertThat(imports.run(csv(HEADER, ROW_1, ROW_2), false))
                .isEqualTo(new ImportReport(false, 2, 0, 0, 2, List.of()));

        Project project = projects.find("NJ-2023-001").orElseThrow();
        assertThat(project)
                .isEqualTo(Projects.accepted(
                        LocalDate.of(2023, 10, 15),
                        WarrantyItem.standard(DefectCategory.WATERPROOF),
                        WarrantyItem.standard(DefectCategory.DECORATION),
                        new WarrantyItem(DefectCategory.ELECTRICAL, null, LocalDate.of(2028, 6, 30))));
        assertThat(project.team()).isEqualTo(Team.ledBy("王明"));
        assertThat(project.machines()).isEqualTo(Machine.standardSet());
        assertThat(projects.find("NJ-2021-007").orElseThrow().managementMode()).isEqualTo(ManagementMode.HQ_AUTHORISED);
        assertThat(projects.judge(project, DefectCategory.DECORATION, Instant.parse("2025-10-15T15:50:00Z")))
                .isEqualTo(new Entitlement(LocalDate.of(2025, 10, 15), true, false));
        assertThat(projects.judge(project, DefectCategory.DECORATION, Instant.parse("2025-10-15T16:05:00Z")))
                .isEqualTo(new Entitlement(LocalDate.of(2025, 10, 15), false, false));
    }

    @Test
    void theSameSheetAgainChangesNothing() {
        imports.run(csv(HEADER, ROW_1, ROW_2), false);
        assertThat(imports.run(csv(HEADER, ROW_1, ROW_2), false))
                .isEqualTo(new ImportReport(false, 0, 0, 2, 2, List.of()));
        assertThat(imports.run(csv(HEADER, ROW_1, ROW_2.replace("赵倩", "钱进")), false))
                .isEqualTo(new ImportReport(false, 0, 1, 1, 2, List.of()));
        assertThat(projects.find("NJ-2021-007").orElseThrow().ownerContact()).isEqualTo("钱进");
    }

    @Test
    void aDryRunStoresNothing() {
        assertThat(imports.run(csv(HEADER, ROW_1), true)).isEqualTo(new ImportReport(true, 1, 0, 0, 1, List.of()));
        assertThat(projects.find("NJ-2023-001")).isEmpty();
    }

    @Test
    void utf8WithBomAndGbkAreTheSame() {
        String text = String.join("\r\n", HEADER, ROW_1, ROW_2, "");
        imports.run(text.getBytes(Charset.forName("GBK")), false);
        Project fromGbk = projects.find("NJ-2023-001").orElseThrow();
        assertThat(fromGbk.name()).isEqualTo("江宁办公楼装修工程");
        assertThat(imports.run(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), false)
                        .unchanged())
                .isEqualTo(2);
    }

    @Test
    void xlsxWithRealDatesAndNumericPhonesIsTheSameAsCsv() throws IOException {
        imports.run(csv(HEADER, ROW_1, ROW_2), false);
        assertThat(imports.run(xlsx(true, ROW_1, ROW_2), false).unchanged()).isEqualTo(2);
        assertThat(imports.run(xlsx(false, ROW_1, ROW_2), false).unchanged()).isEqualTo(2);
    }

    @Test
    void columnsMayComeInAnyOrderAndUnknownOnesAreMentioned() {
        String header = "备注,保修项目,项目经理,竣工验收日期,管理方式,管理单位,工程地点,业主电话,业主联系人,业主名称,工程名称,工程编号";
        String row =
                "好,防水;装修;电气=2028-06-30,王明,2023年10月15日,分公司直管,nanjing,南京市江宁区,13800000000,周敏,江宁置业,江宁办公楼装修工程,NJ-2023-001";
        imports.run(csv(HEADER, ROW_1), false);
        assertThat(imports.run(csv(header, row), false))
                .isEqualTo(new ImportReport(false, 0, 0, 1, 1, List.of("表头“备注”不是约定的列,已忽略")));
    }

    @Test
    void optionalColumnsFillTeamClocksAndAuthorities() {
        String header = HEADER + ",监督机构,设计单位,保修范围说明,维保经理,维保经理登录名,更换原因,专业工程师,专业工程师登录名,维修技工,时限调整";
        String row = ROW_1 + ",南京市质监站,华东设计院,合同范围,张伟,zhangwei,原项目经理离职,陈工,chengong,甲;乙;丙;丁;戊;己,响应=12小时;完成=3工作日";
        ImportReport report = imports.run(csv(header, row), false);
        assertThat(report.warnings()).isEmpty();
        Project project = projects.find("NJ-2023-001").orElseThrow();
        assertThat(project.supervisionAuthority()).isEqualTo("南京市质监站");
        assertThat(project.designUnit()).isEqualTo("华东设计院");
        assertThat(project.scopeNote()).isEqualTo("合同范围");
        assertThat(project.team().managerId()).isEqualTo("zhangwei");
        assertThat(project.team().substituteReason()).isEqualTo("原项目经理离职");
        assertThat(project.team().engineerName()).isEqualTo("陈工");
        assertThat(project.team().technicians())
                .extracting(TeamMember::name)
                .containsExactly("甲", "乙", "丙", "丁", "戊", "己");
        assertThat(project.overrides())
                .containsExactly(
                        new ClockOverride(CommitmentType.RESPONSE, CommitmentKind.HARD, 12, TimeUnit.HOUR),
                        new ClockOverride(CommitmentType.COMPLETION, CommitmentKind.HARD, 3, TimeUnit.WORKING_DAY));

        // A sheet without these columns leaves them alone, an empty cell clears them.
        assertThat(imports.run(csv(HEADER, ROW_1), false).unchanged()).isEqualTo(1);
        imports.run(csv(HEADER + ",时限调整,监督机构", ROW_1 + ",,"), false);
        assertThat(projects.find("NJ-2023-001").orElseThrow().overrides()).isEmpty();
        assertThat(projects.find("NJ-2023-001").orElseThrow().supervisionAuthority())
                .isNull();
    }

    @Test
    void aSubstituteNeedsAReasonAndAShortRosterIsWarnedAbout() {
        List<CellError> errors = errors(csv(HEADER + ",维保经理", ROW_1 + ",张伟"));
        assertThat(errors).extracting(CellError::message).containsExactly("第2行 更换原因:维保经理(张伟)不是项目经理(王明),必须填写更换原因");
        assertThat(imports.run(csv(HEADER + ",维修技工", ROW_1 + ",甲;乙"), true).warnings())
                .containsExactly("第2行 NJ-2023-001:专职维修技工不足 6 名(现有 2 名)");
    }

    @Test
    void aManagerWithoutColumnFollowsTheProjectManager() {
        imports.run(csv(HEADER, ROW_1), false);
        imports.run(csv(HEADER, ROW_1.replace("王明", "王小明")), false);
        assertThat(projects.find("NJ-2023-001").orElseThrow().team().managerName())
                .isEqualTo("王小明");
    }

    @Test
    void everyBadCellIsReportedAndNothingStored() {
        List<CellError> errors = errors(csv(
                HEADER,
                ROW_1,
                ",缺编号,江宁置业,周敏,1380,南京,beijing,代管,2023-02-30,王明,地板",
                "",
                "NJ-2023-001,=1+1,江宁置业,周敏,1380,南京,nanjing,分公司直管,2023-10-15,王明,防水=2020-01-01",
                "A/B,名," + "长".repeat(201) + ",周敏,1380,南京,nanjing,分公司直管,2023-10-15,,防水"));
        assertThat(errors)
                .extracting(CellError::row, CellError::column, CellError::value)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(3, "工程编号", ""),
                        org.assertj.core.groups.Tuple.tuple(3, "管理单位", "beijing"),
                        org.assertj.core.groups.Tuple.tuple(3, "管理方式", "代管"),
                        org.assertj.core.groups.Tuple.tuple(3, "竣工验收日期", "2023-02-30"),
                        org.assertj.core.groups.Tuple.tuple(3, "保修项目", "地板"),
                        org.assertj.core.groups.Tuple.tuple(5, "工程编号", "NJ-2023-001"),
                        org.assertj.core.groups.Tuple.tuple(5, "工程名称", "=1+1"),
                        org.assertj.core.groups.Tuple.tuple(5, "保修项目", "防水=2020-01-01"),
                        org.assertj.core.groups.Tuple.tuple(6, "工程编号", "A/B"),
                        org.assertj.core.groups.Tuple.tuple(6, "业主名称", "长".repeat(100) + "…"),
                        org.assertj.core.groups.Tuple.tuple(6, "项目经理", ""));
        assertThat(errors)
                .extracting(CellError::message)
                .contains(
                        "第3行 工程编号:必填",
                        "第3行 管理单位“beijing”:不是已登记的管理单位(可用:hq、nanjing、suzhou)",
                        "第3行 管理方式“代管”:只能是总部直管、总部授权、分公司直管",
                        "第3行 竣工验收日期“2023-02-30”:不是有效日期(应为 2023-10-15 的写法)",
                        "第5行 工程编号“NJ-2023-001”:与第2行重复",
                        "第5行 工程名称“=1+1”:不能使用公式,请改为值",
                        "第5行 保修项目“防水=2020-01-01”:防水的到期日期早于竣工验收日期");
        assertThat(projects.find("NJ-2023-001")).isEmpty();
    }

    @Test
    void formulasAndErrorValuesInXlsxAreRefused() throws IOException {
        byte[] content;
        try (XSSFWorkbook workbook = workbook(true, ROW_1);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.getSheetAt(0).getRow(1).getCell(1).setCellFormula("CONCATENATE(\"a\",\"b\")");
            workbook.getSheetAt(0)
                    .getRow(1)
                    .getCell(2)
                    .setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.NA.getCode());
            workbook.write(out);
            content = out.toByteArray();
        }
        assertThat(errors(content))
                .extracting(CellError::message)
                .containsExactly("第2行 工程名称“=CONCATENATE(\"a\",\"b\")”:不能使用公式,请改为值", "第2行 业主名称“#N/A”:单元格的值是错误");
    }

    @Test
    void chineseExcelDateFormatsAreDates() throws IOException {
        byte[] content;
        try (XSSFWorkbook workbook = workbook(true, ROW_1);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat((short) 31); // yyyy"年"m"月"d"日", built into Chinese Excel
            workbook.getSheetAt(0).getRow(1).getCell(8).setCellStyle(style);
            workbook.write(out);
            content = out.toByteArray();
        }
        imports.run(csv(HEADER, ROW_1), false);
        assertThat(imports.run(content, false).unchanged()).isEqualTo(1);
    }

    @Test
    void aBadHeaderIsReportedOnce() {
        assertThat(errors(csv(HEADER.replace(",项目经理", ",经理") + ",工程编号", ROW_1)))
                .extracting(CellError::message)
                .containsExactly("表头“工程编号”:重复", "表头“项目经理”:缺少这一列");
    }

    @Test
    void otherFilesAreRefused() {
        assertThat(errors(new byte[0])).extracting(CellError::message).containsExactly("文件是空的");
        assertThat(errors(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .extracting(CellError::message)
                .containsExactly("不支持旧版 .xls 或加密的文件,请另存为未加密的 .xlsx");
        assertThat(errors(new byte[] {'P', 'K', 3, 4, 1, 2, 3}))
                .extracting(CellError::message)
                .containsExactly("文件不是有效的 .xlsx,或已损坏");
        assertThat(errors(csv(HEADER))).extracting(CellError::message).containsExactly("表头之下没有数据");
        assertThat(errors(csv(HEADER, "\"未闭合")))
                .extracting(CellError::message)
                .containsExactly("文件不是有效的 CSV,第2行附近的引号不完整");
    }

    @Test
    void moreThanFiveThousandRowsAreRefused() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i <= 5000; i++) {
            text.append("\r\n").append(ROW_1.replace("NJ-2023-001", "NJ-" + i));
        }
        assertThat(errors(text.toString().getBytes(StandardCharsets.UTF_8)))
                .extracting(CellError::message)
                .containsExactly("一次最多导入 5000 个工程,文件中有 5001 行");
    }

    @Test
    void aBranchImportsItsOwnProjectsOnly() {
        rooms.actAs(NANJING_ENGINEER);
        assertThatThrownBy(() -> imports.run(csv(HEADER, ROW_1), false)).isInstanceOf(NotPermittedException.class);

        rooms.actAs(NANJING_PMD);
        assertThat(imports.run(csv(HEADER, ROW_1), false).created()).isEqualTo(1);

        rooms.actAs(SUZHOU_PMD);
        assertThat(errors(csv(HEADER, ROW_1)))
                .extracting(CellError::message)
                .containsExactly("第2行 管理单位“nanjing”:您只能导入本单位的工程");
        assertThat(errors(csv(HEADER, ROW_1.replace("nanjing", "suzhou"))))
                .extracting(CellError::message)
                .containsExactly("第2行 工程编号“NJ-2023-001”:已属于其他管理单位,只有管理员可以改");
    }

    @Test
    void readingEndsAtTheUnit() {
        imports.run(csv(HEADER, ROW_1, ROW_2.replace("nanjing", "suzhou")), false);
        assertThat(projects.list(null, null, 0, 1).total()).isEqualTo(2);

        rooms.actAs(NANJING_ENGINEER);
        assertThat(projects.visible("NJ-2023-001").code()).isEqualTo("NJ-2023-001");
        assertThat(projects.list(null, null, 0, 20).projects())
                .extracting(Project::code)
                .containsExactly("NJ-2023-001");
        assertThatThrownBy(() -> projects.visible("NJ-2021-007"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("没有工程“NJ-2021-007”");
        assertThatThrownBy(() -> projects.list("suzhou", null, 0, 20)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> projects.list(null, null, -1, 500)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void searchesCodeNameAndOwnerLiterally() {
        imports.run(csv(HEADER, ROW_1, ROW_2), false);
        assertThat(projects.list(null, "nj-2023", 0, 20).total()).isEqualTo(1);
        assertThat(projects.list(null, "商场", 0, 20).total()).isEqualTo(1);
        assertThat(projects.list("nanjing", "置业", 0, 20).total()).isEqualTo(1);
        assertThat(projects.list(null, "%", 0, 20).total()).isZero();
        assertThat(projects.list(null, "_", 0, 20).total()).isZero();
    }

    @Test
    void whatIsExportedImportsUnchanged() throws IOException {
        String header = HEADER + ",维保经理,更换原因,维修技工,时限调整,保修范围说明";
        String row = ROW_1 + ",张伟,离职,甲;乙,响应=12小时;完成(目标)=1工作日,\"第一行\n第二行,\"\"引号\"\"\"";
        imports.run(csv(header, row), false);
        imports.run(
                csv(HEADER, ROW_2.replace("河西商场", "'=cmd|'/c calc'!A1").replace("025-86000000", "+86 25 8600")), false);
        assertThat(projects.find("NJ-2021-007").orElseThrow().name()).isEqualTo("=cmd|'/c calc'!A1");

        ProjectExport exports = rooms.get(ProjectExport.class);
        byte[] csv = exports.csv(null, null);
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .startsWith("\uFEFF工程编号,")
                .contains(",'=cmd|'/c calc'!A1,")
                .contains(",'+86 25 8600,");
        assertThat(imports.run(csv, false)).extracting(ImportReport::unchanged).isEqualTo(2);

        byte[] xlsx = exports.xlsx(null, null);
        assertThat(imports.run(xlsx, false)).extracting(ImportReport::unchanged).isEqualTo(2);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            var name = workbook.getSheetAt(0).getRow(1).getCell(1);
            assertThat(name.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
            assertThat(name.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void savesWhatOtherRoomsChange() {
        Project project =
                Projects.accepted(LocalDate.of(2023, 10, 15), WarrantyItem.standard(DefectCategory.DECORATION));
        projects.save(project);
        assertThat(projects.find(project.code())).contains(project);
        Project extended =
                Projects.accepted(LocalDate.of(2023, 10, 16), new WarrantyItem(DefectCategory.DECORATION, 3, null));
        projects.save(extended);
        assertThat(projects.find(project.code())).contains(extended);
    }

    @Test
    void answersOverRest() throws Exception {
        MockMvc web = rooms.web("projectController");
        MockMultipartFile file = new MockMultipartFile("file", "工程.csv", "text/csv", csv(HEADER, ROW_1));
        web.perform(multipart("/api/projects/import").file(file).param("dryRun", "true"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dryRun").value(true))
                .andExpect(jsonPath("$.created").value(1));
        web.perform(multipart("/api/projects/import").file(file)).andExpect(status().isOk());

        MockMultipartFile bad =
                new MockMultipartFile("file", "a.csv", "text/csv", csv(HEADER, ROW_1, ROW_2.replace("nanjing", "xx")));
        web.perform(multipart("/api/projects/import").file(bad))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.title").value("请求内容有误"))
                .andExpect(jsonPath("$.detail").value("共 1 处错误,未导入任何数据"))
                .andExpect(jsonPath("$.errors[0].field").value("第3行 管理单位"))
                .andExpect(jsonPath("$.errors[0].row").value(3))
                .andExpect(jsonPath("$.errors[0].column").value("管理单位"))
                .andExpect(jsonPath("$.errors[0].value").value("xx"));

        web.perform(get("/api/projects/NJ-2023-001"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.acceptedOn").value("2023-10-15"))
                .andExpect(jsonPath("$.warrantyEnd.end").value("2028-10-16"))
                .andExpect(jsonPath("$.warrantyEnd.provisional").value(true))
                .andExpect(jsonPath("$.warrantyItems[1].category").value("DECORATION"))
                .andExpect(jsonPath("$.warrantyItems[1].end").value("2025-10-15"))
                .andExpect(jsonPath("$.warrantyItems[1].provisional").value(false))
                .andExpect(jsonPath("$.warrantyItems[1].daysLeft").value(19))
                .andExpect(jsonPath("$.warrantyItems[3].implicit").value(true))
                .andExpect(jsonPath("$.team.warrantyManager.name").value("王明"))
                .andExpect(jsonPath("$.team.warnings[0]").value("专职维修技工不足 6 名(现有 0 名)"))
                .andExpect(jsonPath("$.machines.length()").value(6))
                .andExpect(jsonPath("$.overrides.length()").value(0));
        web.perform(get("/api/projects").param("q", "江宁"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].code").value("NJ-2023-001"));
        web.perform(get("/api/projects/export.csv")).andExpect(status().isOk());
        web.perform(get("/api/projects/export.xlsx")).andExpect(status().isOk());
    }

    private List<CellError> errors(byte[] content) {
        RejectedSheetException rejected =
                catchThrowableOfType(RejectedSheetException.class, () -> imports.run(content, false));
        assertThat(rejected).isNotNull();
        return rejected.errors();
    }

    private static byte[] csv(String... lines) {
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(boolean typed, String... rows) throws IOException {
        try (XSSFWorkbook workbook = workbook(typed, rows);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** @param typed dates as real dates and the mobile number as a number, as people type them into Excel */
    private static XSSFWorkbook workbook(boolean typed, String... rows) {
        XSSFWorkbook workbook = new XSSFWorkbook();
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
        XSSFSheet sheet = workbook.createSheet();
        List<String> lines = new java.util.ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        for (int r = 0; r < lines.size(); r++) {
            Row row = sheet.createRow(r);
            String[] values = lines.get(r).split(",", -1);
            for (int c = 0; c < values.length; c++) {
                if (typed && r > 0 && c == 8) {
                    row.createCell(c).setCellValue(Notation.date(values[c]).orElseThrow());
                    row.getCell(c).setCellStyle(date);
                } else if (typed && r > 0 && values[c].matches("1\\d{10}")) {
                    row.createCell(c).setCellValue(Double.parseDouble(values[c]));
                } else {
                    row.createCell(c).setCellValue(values[c]);
                }
            }
        }
        return workbook;
    }
}
