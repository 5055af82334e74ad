/** The requests of an account: how many may be sent, and were. */
package io.github.camelcallrail.quota;
