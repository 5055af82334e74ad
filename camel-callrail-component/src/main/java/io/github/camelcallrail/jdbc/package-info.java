/** Tables of texts in a database, for what several nodes must agree on. */
package io.github.camelcallrail.jdbc;
