package cn.aftercare.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The addresses of JAX-RS resources, read from their annotations: {@code POST /task/{id}/complete}. */
final class RestEndpoints {

    private final SortedSet<String> found = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();

    private RestEndpoints() {}

    static SortedSet<String> of(Class<?> root, String prefix) {
        RestEndpoints endpoints = new RestEndpoints();
        endpoints.visit(root, prefix);
        return endpoints.found;
    }

    private void visit(Class<?> resource, String prefix) {
        if (!seen.add(resource.getName() + prefix)) {
            return;
        }
        for (Method method : resource.getMethods()) {
            Path path = annotation(method, Path.class);
            String address = path == null ? prefix : join(prefix, path.value());
            Set<String> verbs = verbs(method);
            verbs.forEach(verb -> found.add(verb + " " + address));
            if (verbs.isEmpty() && path != null) {
                visit(method.getReturnType(), address);
            }
        }
    }

    private static String join(String prefix, String path) {
        // {id: .+} is {id}; nothing follows it that a name could swallow.
        String plain = path.replaceAll("\\{\\s*([^:}\\s]+)\\s*:[^}]*}", "{$1}");
        String joined = (prefix + "/" + plain).replaceAll("/+", "/");
        return joined.length() > 1 && joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
    }

    private static Set<String> verbs(Method method) {
        Set<String> verbs = new HashSet<>();
        for (Class<?> type : types(method.getDeclaringClass())) {
            for (Method same : type.getDeclaredMethods()) {
                if (same.getName().equals(method.getName())
                        && java.util.Arrays.equals(same.getParameterTypes(), method.getParameterTypes())) {
                    for (Annotation a : same.getAnnotations()) {
                        HttpMethod verb = a.annotationType().getAnnotation(HttpMethod.class);
                        if (verb != null && !verb.value().equals("OPTIONS")) {
                            verbs.add(verb.value());
                        }
                    }
                }
            }
        }
        return verbs;
    }

    private static <A extends Annotation> A annotation(Method method, Class<A> wanted) {
        for (Class<?> type : types(method.getDeclaringClass())) {
            for (Method same : type.getDeclaredMethods()) {
                if (same.getName().equals(method.getName())
                        && java.util.Arrays.equals(same.getParameterTypes(), method.getParameterTypes())
                        && same.isAnnotationPresent(wanted)) {
                    return same.getAnnotation(wanted);
                }
            }
        }
        return null;
    }

    /** A class, what it extends and what it implements: the annotations may stand at any of them. */
    private static Set<Class<?>> types(Class<?> type) {
        Set<Class<?>> types = new java.util.LinkedHashSet<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            types.add(c);
            for (Class<?> i : c.getInterfaces()) {
                types.addAll(types(i));
            }
        }
        return types;
    }
}
