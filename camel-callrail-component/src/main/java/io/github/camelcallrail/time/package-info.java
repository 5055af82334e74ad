/** Waiting, as something that a test can do by hand. {@link java.time.Clock} says what time it is. */
package io.github.camelcallrail.time;
