package cn.aftercare.e2e;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the program and the browser to browser tests, and ends both when their time is over. */
final class BrowserTestExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(BrowserTestExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == PackagedApp.class || type == Browser.class || type == Tasklist.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == PackagedApp.class) {
            return app(context);
        }
        return type == Browser.class ? browser(context) : new Tasklist(browser(context), app(context));
    }

    private static PackagedApp app(ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        return store.getOrComputeIfAbsent(
                        RunningApp.class, key -> new RunningApp(PackagedApp.start()), RunningApp.class)
                .app();
    }

    private static Browser browser(ExtensionContext context) {
        Store store = context.getStore(NAMESPACE);
        return store.getOrComputeIfAbsent(OpenBrowser.class, key -> new OpenBrowser(new Browser()), OpenBrowser.class)
                .browser();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        OpenBrowser open = context.getStore(NAMESPACE).get(OpenBrowser.class, OpenBrowser.class);
        if (open != null && context.getExecutionException().isPresent()) {
            open.browser()
                    .screenshot("failed-" + context.getRequiredTestClass().getSimpleName() + "-"
                            + context.getRequiredTestMethod().getName());
        }
    }

    private record RunningApp(PackagedApp app) implements Store.CloseableResource {
        @Override
        public void close() {
            app.close();
        }
    }

    private record OpenBrowser(Browser browser) implements Store.CloseableResource {
        @Override
        public void close() {
            browser.close();
        }
    }
}
