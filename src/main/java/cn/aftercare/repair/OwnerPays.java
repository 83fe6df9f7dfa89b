package cn.aftercare.repair;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What the owner pays, in CNY with two decimals (rules.md, Warranty entitlement). */
public record OwnerPays(BigDecimal material, BigDecimal labour, BigDecimal management) {

    public static final OwnerPays NOTHING = new OwnerPays(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public OwnerPays {
        material = cents(material);
        labour = cents(labour);
        management = cents(management);
    }

    /** After the warranty only the material is paid for, neither labour nor management. */
    public static OwnerPays material(BigDecimal material) {
        return new OwnerPays(material, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    public BigDecimal total() {
        return material.add(labour).add(management);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
