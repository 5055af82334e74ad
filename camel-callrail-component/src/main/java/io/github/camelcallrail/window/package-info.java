/** Dates: what the date options say, a clock and a time zone become a closed window. Only java.time is needed. */
package io.github.camelcallrail.window;
