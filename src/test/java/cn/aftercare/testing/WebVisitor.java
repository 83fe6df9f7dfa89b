package cn.aftercare.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Somebody with a browser outside of the program: cookies, the token of the webapps, no redirect followed. Every session
 * begins with the start page of Tasklist, as a person's does.
 */
public final class WebVisitor {

    public static final String START = "/camunda/app/tasklist/default/";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/";
    private static final String LOGOUT = "/camunda/api/admin/auth/user/default/logout";

    private final String base;
    /** Kept here, because Java's own jar would not send a cookie for TLS, which a proxy in front of us would end. */
    private final Map<String, String> cookies = new TreeMap<>();

    public WebVisitor(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** Somebody with a session of Tasklist. */
    public static WebVisitor loggedIn(int port, String user) {
        WebVisitor visitor = new WebVisitor(port);
        HttpResponse<String> answer = visitor.login(user, "demo", "tasklist");
        if (answer.statusCode() != 200) {
            throw new AssertionError(user + " cannot log in: " + answer.statusCode() + " " + answer.body());
        }
        return visitor;
    }

    public HttpResponse<String> login(String user, String password, String webapp) {
        get(START);
        HttpResponse<String> answer = form(LOGIN + webapp, Map.of("username", user, "password", password));
        // The new session has a token of its own, which comes with the next page.
        get(START);
        return answer;
    }

    public HttpResponse<String> logout() {
        return form(LOGOUT, Map.of());
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** As a page would, with the token. */
    public HttpResponse<String> form(String path, Map<String, String> fields) {
        return send(withToken(request(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    public HttpResponse<String> json(String method, String path, String body) {
        return send(withToken(request(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "*/*");
    }

    public HttpRequest.Builder withToken(HttpRequest.Builder request) {
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.substring(0, (cookie + ";").indexOf(';')).split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }
}
