package cn.aftercare.project.app;

import cn.aftercare.calendar.CalendarYearImported;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.platform.web.Page;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.event.EventListener;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The calendar and project rooms on a fresh database with the units hq, nanjing and suzhou, without the engine. */
public final class RoomsContext implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final EmbeddedPostgres postgres;
    private Actor actor = Actor.system();

    private RoomsContext(DataSource database, EmbeddedPostgres postgres) {
        this.postgres = postgres;
        Flyway.configure().dataSource(database).load().migrate();
        JdbcClient.create(database)
                .sql("insert into org_unit (code, name, headquarters) values"
                        + " ('hq', '总部', true), ('nanjing', '南京分公司', false), ('suzhou', '苏州分公司', false)")
                .update();
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(CurrentActor.class, () -> () -> actor);
        context.register(Rooms.class);
        context.refresh();
    }

    public static RoomsContext onH2() {
        return new RoomsContext(
                new DriverManagerDataSource(
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;NON_KEYWORDS=DAY;DB_CLOSE_DELAY=-1"),
                null);
    }

    public static RoomsContext onPostgres() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            return new RoomsContext(postgres.getPostgresDatabase(), postgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void actAs(Actor actor) {
        this.actor = actor;
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public List<Integer> importedYears() {
        return context.getBean(Rooms.class).importedYears;
    }

    /** The controllers by bean name, since they are nobody's but Spring's. */
    public MockMvc web(String... controllers) {
        ObjectMapper json = Jackson2ObjectMapperBuilder.json()
                .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        Object[] beans =
                java.util.Arrays.stream(controllers).map(context::getBean).toArray();
        return MockMvcBuilders.standaloneSetup(beans)
                .setMessageConverters(
                        new ByteArrayHttpMessageConverter(), new MappingJackson2HttpMessageConverter(json))
                .build();
    }

    @Override
    public void close() {
        context.close();
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @TestConfiguration
    @EnableTransactionManagement
    @ComponentScan(
            basePackages = {"cn.aftercare.calendar", "cn.aftercare.project"},
            // The pages need the whole house.
            excludeFilters = @ComponentScan.Filter(Page.class))
    static class Rooms {

        private final List<Integer> importedYears = new ArrayList<>();

        @Bean
        JdbcClient jdbcClient(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        NamedParameterJdbcTemplate namedParameterJdbcTemplate(DataSource database) {
            return new NamedParameterJdbcTemplate(database);
        }

        @Bean
        DataSourceTransactionManager transactionManager(DataSource database) {
            return new DataSourceTransactionManager(database);
        }

        /** Stands still: an import must be noticed without the clock's help. */
        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2025-09-26T08:40:00Z"), ZoneId.of("Asia/Shanghai"));
        }

        @EventListener
        void imported(CalendarYearImported event) {
            importedYears.add(event.year());
        }
    }
}
