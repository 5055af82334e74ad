/** The one place that knows camel-http. */
package io.github.camelcallrail.transport;
