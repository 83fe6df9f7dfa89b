package cn.aftercare.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Our own pages as a demo person gets them. */
public final class Pages {

    private final MockMvc web;

    public Pages(MockMvc web) {
        this.web = web;
    }

    /** The page; fails unless the person gets it. */
    public String of(String person, String path) {
        MockHttpServletResponse answer = answer(person, path);
        if (answer.getStatus() != 200) {
            throw new AssertionError(path + " answers " + answer.getStatus() + " to " + person);
        }
        return text(answer);
    }

    public int status(String person, String path) {
        return answer(person, path).getStatus();
    }

    private MockHttpServletResponse answer(String person, String path) {
        try {
            return web.perform(get(path).with(httpBasic(person, "demo")).accept(MediaType.TEXT_HTML, MediaType.ALL))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
