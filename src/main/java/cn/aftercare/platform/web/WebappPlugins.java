package cn.aftercare.platform.web;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.WebResourceRoot.ResourceSetType;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/**
 * Gives Tomcat the plugins of Tasklist, Cockpit and Admin where the program runs unpacked ({@code ops/install.sh}):
 * Camunda reads them from the container's resources, and Spring Boot takes those from the packed jar or from jars on the
 * class path itself, not from jars that only the manifest names. Without them Tasklist is an empty page.
 */
@Configuration(proxyBeanMethods = false)
class WebappPlugins {

    private static final String RESOURCES = "/META-INF/resources";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> webappPluginsOfAnUnpackedProgram() {
        return factory -> factory.addContextLifecycleListeners(event -> {
            if (Lifecycle.CONFIGURE_START_EVENT.equals(event.getType())) {
                addTo((Context) event.getLifecycle());
            }
        });
    }

    private static void addTo(Context context) {
        try {
            URLConnection plugin = new ClassPathResource(RESOURCES + "/plugin/tasklist/app/plugin.js")
                    .getURL()
                    .openConnection();
            if (plugin instanceof JarURLConnection jar
                    && "file".equals(jar.getJarFileURL().getProtocol())) {
                URL webjar = jar.getJarFileURL();
                context.getResources().createWebResourceSet(ResourceSetType.RESOURCE_JAR, "/", webjar, RESOURCES);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the plugins of the Camunda web applications are missing", e);
        }
    }
}
