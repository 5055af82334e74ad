/** Dates: turns the date options, a clock and a time zone into a window. Depends on java.time only. */
package io.github.camelcallrail.window;
