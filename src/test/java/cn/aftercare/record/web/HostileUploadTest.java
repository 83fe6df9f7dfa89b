package cn.aftercare.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.record.SampleFiles;
import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.WebVisitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files sent to a case from outside: what they are is told by their bytes, what they are called by us. */
@EngineTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Walk.class)
class HostileUploadTest {

    private static final int MEGABYTE = 1 << 20;

    @LocalServerPort
    int port;

    @Autowired
    Walk walk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private String caseNo;
    private WebVisitor engineer;

    @BeforeEach
    void aCase() {
        walk.project();
        EngineTime.set("2026-03-02T09:00:00+08:00");
        caseNo = walk.reported(walk.report("2026-03-02T08:50:00+08:00")).caseNo();
        engineer = WebVisitor.loggedIn(port, "nanjing-engineer");
    }

    @AfterEach
    void clear() {
        jdbc.sql("delete from attachment where case_no = ?").param(caseNo).update();
        walk.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "page.html, <html><script>alert(1)</script>",
        "picture.jpg, <html><script>alert(1)</script>",
        "picture.svg, <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "picture.png, <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "program.exe, MZ",
        "program.jpg, MZ",
        "page.pdf, <!DOCTYPE html>",
        "page.jsp, <% Runtime.getRuntime() %>",
        "picture.gif, GIF89a",
        "macro.docm, PK",
    })
    void only_pictures_and_pdf_are_kept_whatever_they_are_called(String name, String content) throws IOException {
        HttpResponse<String> answer = upload(name, content.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("errors").findValuesAsText("field"))
                .contains("file");
        assertThat(answer.body()).contains("只接受 JPEG、PNG、WebP、HEIC 图片和 PDF");
        assertThat(kept()).isZero();
    }

    @Test
    void a_picture_by_the_name_of_another_kind_is_refused() {
        for (String name : new String[] {"picture.html", "picture", "picture.jpg.exe", "picture.svg"}) {
            assertThat(upload(name, SampleFiles.jpeg(name)).body()).as(name).contains("扩展名与内容不符");
        }
        assertThat(kept()).isZero();
    }

    @Test
    void names_lose_what_could_mislead_and_the_file_is_never_run() throws IOException {
        assertThat(name("../../../etc/cron.d/x.jpg")).isEqualTo("x.jpg");
        assertThat(name("C:\\\\Users\\\\x.jpg")).isEqualTo("x.jpg");
        assertThat(name("\u202Egpj.exe.jpg")).isEqualTo("gpj.exe.jpg");
        assertThat(name("<img src=x onerror=alert(1)>.jpg")).isEqualTo("img src=x onerror=alert(1).jpg");
        assertThat(name("x".repeat(500) + ".jpg")).hasSize(200).endsWith(".jpg");

        JsonNode file =
                json.readTree(upload("照片.jpg", SampleFiles.jpeg("<script>")).body());
        HttpResponse<String> shown = engineer.get(file.get("url").asText());
        assertThat(shown.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/jpeg"));
        assertThat(shown.headers().allValues("x-content-type-options")).containsExactly("nosniff");
        assertThat(shown.headers().allValues("content-security-policy")).anyMatch(p -> p.contains("sandbox"));
        assertThat(shown.headers().firstValue("content-disposition"))
                .hasValueSatisfying(d -> assertThat(d)
                        .startsWith("inline;")
                        .contains("filename*=UTF-8''")
                        .doesNotContain("\n"));
    }

    @Test
    void size_ends_at_the_byte() {
        assertThat(upload("big.jpg", SampleFiles.padded(SampleFiles.jpeg("a"), 15 * MEGABYTE))
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<String> more = upload("more.jpg", SampleFiles.padded(SampleFiles.jpeg("b"), 15 * MEGABYTE + 1));
        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(more.body()).contains("大小不能超过 15 MB");
        HttpResponse<String> most = upload("most.jpg", SampleFiles.padded(SampleFiles.jpeg("c"), 61 * MEGABYTE));
        assertThat(most.statusCode()).isEqualTo(413);
        assertThat(most.body()).contains("过大");
        assertThat(kept()).isEqualTo(1);
    }

    private String name(String sent) throws IOException {
        HttpResponse<String> answer = upload(sent, SampleFiles.jpeg(sent));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body()).get("fileName").asText();
    }

    private long kept() {
        return jdbc.sql("select count(*) from attachment where case_no = ?")
                .param(caseNo)
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> upload(String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--next-part\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nPHOTO\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(("--next-part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--next-part--\r\n".getBytes(StandardCharsets.UTF_8));
        return engineer.send(engineer.withToken(engineer.request("/api/repair-cases/" + caseNo + "/attachments"))
                .header("Content-Type", "multipart/form-data; boundary=next-part")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }
}
