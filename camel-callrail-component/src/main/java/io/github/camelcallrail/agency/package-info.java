/** Polls several accounts or companies with one consumer each, on threads that they share. */
package io.github.camelcallrail.agency;
