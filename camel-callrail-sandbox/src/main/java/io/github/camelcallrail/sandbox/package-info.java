/**
 * A look-alike of the CallRail API that runs inside a test.
 *
 * <p>{@link io.github.camelcallrail.sandbox.CallRailSandbox} starts it; {@link
 * io.github.camelcallrail.sandbox.SandboxData} is what it answers from, {@link
 * io.github.camelcallrail.sandbox.Journal} what it was asked, {@link io.github.camelcallrail.sandbox.Faults} what shall go
 * wrong, and {@link io.github.camelcallrail.sandbox.SandboxEndpoints} what it knows of the API.
 *
 * <p>A request takes this way: {@code Responder} (HTTP) to {@code SandboxApi} (key, account, quota, faults) to {@code
 * Listing} or {@code Summaries} (the answer), which narrow the rows by {@code Scope} ({@code Period}, {@code RowFilters})
 * and write them by {@code Selection}. The rows are written by the classes named {@code …Invention}.
 *
 * <p>Where neither CallRail's documentation nor anybody's observation says how the API behaves, the class that decides
 * says that it is a choice.
 */
package io.github.camelcallrail.sandbox;
