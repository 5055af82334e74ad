package io.github.camelcallrail.examples.oneshot;

import org.apache.camel.main.Main;

/** Polls every account once and ends, with exit code 0 only if everything was read and written. */
public final class Job {

    private static final int INCOMPLETE = 1;

    private Job() {}

    public static void main(String[] args) throws Exception {
        Main main = new Main();
        EndOfPoll end = new EndOfPoll(main::completed);
        main.bind("endOfPoll", end);
        int code = main.run(args);
        System.exit(end.isComplete() ? code : INCOMPLETE);
    }
}
