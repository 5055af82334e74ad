/** One node that polls the accounts of a whole agency, in a process of its own with a small heap. */
package io.github.camelcallrail.benchmarks.accounts;
