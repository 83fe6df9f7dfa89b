package cn.aftercare.platform;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Lets {@code @Scheduled} methods run, on one thread of Spring's. For the program's own housekeeping: what a promise or a
 * flow waits for is a timer of the engine.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}
