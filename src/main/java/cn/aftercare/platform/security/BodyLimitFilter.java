package cn.aftercare.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The engine's interfaces hold what they are sent in memory, whole, before they ask who sent it; so does the server with
 * form fields of a PUT. One body of a few hundred megabytes would end the node. Uploads to our own pages go to files, and
 * {@code spring.servlet.multipart} limits them. Before everything that reads.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class BodyLimitFilter extends OncePerRequestFilter {

    /** Many times the largest form; texts and lists is all that people send to the engine. */
    static final DataSize LIMIT = DataSize.ofMegabytes(2);

    /** Many times all our models and forms together. */
    static final DataSize DEPLOYMENT_LIMIT = DataSize.ofMegabytes(10);

    /** Fetched when first used: filters are made before everything else. */
    private final ObjectProvider<Refusals> refusals;

    BodyLimitFilter(ObjectProvider<Refusals> refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DataSize limit = limit(request);
        if (limit == null) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getContentLengthLong() > limit.toBytes()) {
            refusals.getObject().tooLarge(response, limit);
            return;
        }
        if (request.getContentLengthLong() >= 0) {
            // The server reads no more than was announced.
            chain.doFilter(request, response);
            return;
        }
        Counted counted = new Counted(request, response, limit);
        try {
            chain.doFilter(counted, response);
        } catch (IOException | ServletException | RuntimeException e) {
            // Whoever met the end of the body complains; the answer is given already.
            if (!counted.refused) {
                throw e;
            }
        }
    }

    private static @Nullable DataSize limit(HttpServletRequest request) {
        String pathInfo = request.getPathInfo();
        // As the server has decoded it to choose who answers.
        String path = request.getServletPath() + (pathInfo == null ? "" : pathInfo);
        if (path.matches("/(engine-rest|camunda)(/.*)?")) {
            return path.endsWith("/deployment/create") ? DEPLOYMENT_LIMIT : LIMIT;
        }
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/") ? null : LIMIT;
    }

    /** A body of unknown length, read up to the limit. */
    private final class Counted extends HttpServletRequestWrapper {

        private final HttpServletResponse response;
        private final DataSize limit;
        private @Nullable ServletInputStream stream;
        private @Nullable BufferedReader reader;
        private long read;
        private boolean refused;

        Counted(HttpServletRequest request, HttpServletResponse response, DataSize limit) {
            super(request);
            this.response = response;
            this.limit = limit;
        }

        /** Answers at once: whoever reads may take the broken body for a bad one and say so. */
        private void count(int more) throws IOException {
            if (more > 0) {
                read += more;
            }
            if (read > limit.toBytes()) {
                if (!refused) {
                    refused = true;
                    refusals.getObject().tooLarge(response, limit);
                    response.flushBuffer();
                    response.getWriter().close();
                }
                throw new IOException("the body is larger than " + limit);
            }
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new CountedStream(super.getInputStream());
            }
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            if (reader == null) {
                String encoding = getCharacterEncoding();
                reader = new BufferedReader(new InputStreamReader(
                        getInputStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
            }
            return reader;
        }

        private final class CountedStream extends ServletInputStream {

            private final ServletInputStream body;

            CountedStream(ServletInputStream body) {
                this.body = body;
            }

            @Override
            public int read() throws IOException {
                int next = body.read();
                count(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int more = body.read(bytes, offset, length);
                count(more);
                return more;
            }

            @Override
            public boolean isFinished() {
                return body.isFinished();
            }

            @Override
            public boolean isReady() {
                return body.isReady();
            }

            @Override
            public void setReadListener(ReadListener listener) {
                body.setReadListener(listener);
            }

            @Override
            public int available() throws IOException {
                return body.available();
            }
        }
    }
}
