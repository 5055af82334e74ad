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
 * Runs a {@link CallRailSandbox} for the tests of a class and resets it before each test.
 *
 * <p>Use {@code @ExtendWith(CallRailSandboxExtension.class)} for the default sandbox and declare a parameter of type
 * {@link CallRailSandbox} where you need it. For a configured sandbox, register a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static CallRailSandboxExtension sandbox = CallRailSandboxExtension.of(CallRailSandbox.builder().seed(7));
 * }</pre>
 *
 * <p>If the field is not static, a new sandbox starts for each test. Nested classes share the sandbox of the outer
 * class.
 */
public final class CallRailSandboxExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final CallRailSandbox.Builder builder;
    private CallRailSandbox running;
    private int classes;

    /** Runs the default sandbox; called by JUnit. */
    public CallRailSandboxExtension() {
        this(CallRailSandbox.builder());
    }

    private CallRailSandboxExtension(CallRailSandbox.Builder builder) {
        this.builder = Objects.requireNonNull(builder, "builder");
    }

    /** Runs the sandbox that this builder configures. */
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
