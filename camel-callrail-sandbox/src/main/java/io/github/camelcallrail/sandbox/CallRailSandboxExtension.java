package io.github.camelcallrail.sandbox;

import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a {@link CallRailSandbox} for the tests of a class, reset before each of them.
 *
 * <p>Either {@code @ExtendWith(CallRailSandboxExtension.class)} for the default sandbox, with a parameter of type {@link
 * CallRailSandbox} where it is wanted; or, for another one,
 *
 * <pre>{@code
 * @RegisterExtension
 * static CallRailSandboxExtension sandbox = CallRailSandboxExtension.of(CallRailSandbox.builder().seed(7));
 * }</pre>
 *
 * <p>In a field that is not static it starts anew for each test. Nested classes share the sandbox of the outer one.
 */
public final class CallRailSandboxExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final CallRailSandbox.Builder builder;
    private CallRailSandbox running;
    private int classes;

    /** One for the default sandbox; JUnit calls this. */
    public CallRailSandboxExtension() {
        this(CallRailSandbox.builder());
    }

    private CallRailSandboxExtension(CallRailSandbox.Builder builder) {
        this.builder = Objects.requireNonNull(builder, "builder");
    }

    /** One for the sandbox this builder starts. */
    public static CallRailSandboxExtension of(CallRailSandbox.Builder builder) {
        return new CallRailSandboxExtension(builder);
    }

    /**
     * The running sandbox.
     *
     * @throws IllegalStateException before the first test and after the last
     */
    public synchronized CallRailSandbox sandbox() {
        if (running == null) {
            throw new IllegalStateException("The sandbox runs only while the tests of the class do");
        }
        return running;
    }

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        classes++;
        start();
    }

    @Override
    public synchronized void beforeEach(ExtensionContext context) {
        start();
        running.reset();
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) {
        if (classes == 0) {
            stop();
        }
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        classes--;
        if (classes == 0) {
            stop();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CallRailSandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return sandbox();
    }

    private void start() {
        if (running == null) {
            running = builder.start();
        }
    }

    private void stop() {
        running.close();
        running = null;
    }
}
