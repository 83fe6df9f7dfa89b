package cn.aftercare.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes back whatever a request with this header did, once it is answered: anybody may try anything on the same data,
 * administrators included. It stands behind the login, which is not part of that.
 */
@TestConfiguration(proxyBeanMethods = false)
class Undo {

    static final String HEADER = "X-Undo";

    /** Filters come before everything else; the database of the test is not known yet then. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> undo(ObjectProvider<PlatformTransactionManager> transactions) {
        FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new Filter(transactions));
        filter.setOrder(0);
        return filter;
    }

    private static final class Filter extends OncePerRequestFilter {

        private final ObjectProvider<PlatformTransactionManager> transactions;

        Filter(ObjectProvider<PlatformTransactionManager> transactions) {
            this.transactions = transactions;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return request.getHeader(HEADER) == null;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Exception[] thrown = new Exception[1];
            new TransactionTemplate(transactions.getObject()).executeWithoutResult(status -> {
                status.setRollbackOnly();
                try {
                    chain.doFilter(request, response);
                } catch (IOException | ServletException e) {
                    thrown[0] = e;
                }
            });
            if (thrown[0] instanceof IOException e) {
                throw e;
            }
            if (thrown[0] instanceof ServletException e) {
                throw e;
            }
        }
    }
}
