/** Database tables of texts, for data that several nodes share. */
package io.github.camelcallrail.jdbc;
