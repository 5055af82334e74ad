/** Waiting that tests can control, and durations in words. */
package io.github.camelcallrail.time;
