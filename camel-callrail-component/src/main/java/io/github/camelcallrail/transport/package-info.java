/** Sends requests through camel-http; no other package uses it. */
package io.github.camelcallrail.transport;
