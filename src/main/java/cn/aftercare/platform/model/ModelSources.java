package cn.aftercare.platform.model;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The models and forms of this run, by bare file name: the packaged ones, or those of the external folder
 * ({@code aftercare.models-dir}) when one is given. Reading them here, and not by engine patterns, keeps resource names
 * the same wherever the program is started from.
 */
@Component
public class ModelSources {

    /** What the deployments of these files are called, and the source they name. */
    public static final String DEPLOYMENT = "aftercare";

    private final Map<String, byte[]> models = new TreeMap<>();
    private final Map<String, byte[]> forms = new TreeMap<>();

    public ModelSources(@Value("${aftercare.models-dir:}") String modelsDir) throws IOException {
        String base = modelsDir.isBlank() ? "classpath*:" : "file:" + modelsDir + "/";
        read(base + "processes/**/*.bpmn", models);
        read(base + "processes/**/*.dmn", models);
        read(base + "forms/**/*.form", forms);
        if (models.isEmpty()) {
            throw new IllegalStateException("no models found in " + (modelsDir.isBlank() ? "the package" : modelsDir));
        }
    }

    private static void read(String pattern, Map<String, byte[]> into) throws IOException {
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            if (into.put(resource.getFilename(), resource.getContentAsByteArray()) != null) {
                throw new IllegalStateException("two files named " + resource.getFilename() + "; names must be unique");
            }
        }
    }

    /** BPMN and DMN files. */
    public Map<String, byte[]> models() {
        return Collections.unmodifiableMap(models);
    }

    public Map<String, byte[]> forms() {
        return Collections.unmodifiableMap(forms);
    }
}
