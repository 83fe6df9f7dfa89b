package cn.aftercare.quality;

import java.text.Normalizer;

/** What of a building is meant by a place people typed in, so that the same part is known again in another building. */
public final class DefectPart {

    private static final int LENGTH = 200;
    private static final String NUMBER = "[0-9a-z一二三四五六七八九十百零两]+";

    private DefectPart() {}

    /** Without floors and numbers of buildings and rooms: 3层卫生间, 12楼1203室卫生间 and 卫生间 are the same part. */
    public static String of(String location) {
        String plain = Normalizer.normalize(location, Normalizer.Form.NFKC)
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[\\s\\p{P}]", "");
        String part = plain.replaceAll("(?:第|地下|负)?" + NUMBER + "(?:号楼|号房|层|楼|栋|幢|座|单元|室|号|区)", "")
                .replaceAll("^[0-9]+|[0-9]+$", "");
        String kept = part.isEmpty() ? plain : part;
        return kept.length() <= LENGTH ? kept : kept.substring(0, LENGTH);
    }
}
