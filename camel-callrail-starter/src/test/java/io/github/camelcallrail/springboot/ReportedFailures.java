package io.github.camelcallrail.springboot;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Keeps what Spring Boot reports on top when an application of this thread fails to start. */
public final class ReportedFailures implements FailureAnalysisReporter {

    private static final ThreadLocal<List<FailureAnalysis>> REPORTED = ThreadLocal.withInitial(ArrayList::new);

    @Override
    public void report(FailureAnalysis analysis) {
        REPORTED.get().add(analysis);
    }

    /** The failures since the last call. */
    static List<FailureAnalysis> take() {
        List<FailureAnalysis> reported = List.copyOf(REPORTED.get());
        REPORTED.remove();
        return reported;
    }
}
