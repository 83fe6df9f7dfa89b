package cn.aftercare.inspection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * A random draw anybody can make again (R-47..R-49): every eligible project gets the SHA-256 of {@code seed:code}, and
 * those with the smallest are drawn. The same seed and projects give the same draw on any machine, in any language, in
 * whatever order the projects are listed; who knows no seed cannot tell who will be drawn.
 *
 * @param eligible codes of the projects, sorted
 * @param wanted how many are drawn
 */
public record RandomDraw(String seed, List<String> eligible, int wanted) {

    public RandomDraw {
        eligible = List.copyOf(new TreeSet<>(eligible));
        if (wanted < 1 || wanted > eligible.size()) {
            throw new IllegalArgumentException(wanted + " of " + eligible.size() + " projects");
        }
    }

    /** What a project drew: 64 hexadecimal digits; the smaller, the sooner. */
    public String lot(String code) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((seed + ":" + code).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All projects in the order of their lots. */
    public List<String> order() {
        return eligible.stream().sorted(Comparator.comparing(this::lot)).toList();
    }

    /** The projects drawn, sorted. */
    public List<String> drawn() {
        return order().stream().limit(wanted).sorted().toList();
    }
}
