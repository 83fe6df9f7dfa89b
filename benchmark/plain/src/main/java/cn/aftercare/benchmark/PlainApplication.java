package cn.aftercare.benchmark;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** A repair without any of our rules: the same tasks, timers and service tasks, every field a process variable. */
@SpringBootApplication
public class PlainApplication {

    private static final List<String> ROLES =
            List.of("after-sales", "materials", "pmd", "engineer", "warranty-manager", "site-technician", "technician");

    public static void main(String[] args) {
        SpringApplication.run(PlainApplication.class, args);
    }

    /** Stands for a service task of the flow, which here has nothing to do. */
    @Bean
    JavaDelegate nothing() {
        return execution -> {};
    }

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> login() {
        FilterRegistrationBean<ProcessEngineAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        filter.addInitParameter(
                "authentication-provider",
                "org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider");
        filter.addUrlPatterns("/engine-rest/*");
        return filter;
    }

    /** One person for each role, with what Tasklist needs. */
    @Bean
    ApplicationRunner people(IdentityService identity, AuthorizationService authorizations) {
        return arguments -> {
            if (identity.createUserQuery().userId("pmd").count() > 0) {
                return;
            }
            for (String role : ROLES) {
                User user = identity.newUser(role);
                user.setPassword("demo");
                identity.saveUser(user);
                identity.saveGroup(identity.newGroup(role + "-group"));
                identity.createMembership(role, role + "-group");
                grant(authorizations, role + "-group", Resources.APPLICATION, "tasklist", Permissions.ACCESS);
                grant(authorizations, role + "-group", Resources.FILTER, "*", Permissions.READ);
                grant(
                        authorizations,
                        role + "-group",
                        Resources.PROCESS_DEFINITION,
                        "*",
                        Permissions.READ,
                        Permissions.CREATE_INSTANCE);
                grant(authorizations, role + "-group", Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
            }
        };
    }

    private static void grant(
            AuthorizationService authorizations,
            String group,
            Resource resource,
            String id,
            Permission... permissions) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
