package cn.aftercare;

import cn.aftercare.platform.guard.CheckModelsCommand;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Aftercare 工程售后服务: the after-sales service of a building-decoration contractor, run as BPMN processes. */
@SpringBootApplication
public class AftercareApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(CheckModelsCommand.NAME)) {
            System.exit(CheckModelsCommand.run(args));
        }
        // Business time is Asia/Shanghai; the engine's own date expressions use the JVM default zone.
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        SpringApplication.run(AftercareApplication.class, args);
    }
}
