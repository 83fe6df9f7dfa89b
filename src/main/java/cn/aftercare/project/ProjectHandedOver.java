package cn.aftercare.project;

import java.time.LocalDate;

/**
 * Published in the transaction in which a project's warranty file stands and its owner is to be trained.
 *
 * @param handoverNo number of the handover, e.g. JF-2026-000001
 * @param acceptedOn completion acceptance, the anchor of warranty and revisits
 */
public record ProjectHandedOver(String projectCode, String handoverNo, String unit, LocalDate acceptedOn) {}
