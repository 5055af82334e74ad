/** Request budgets: how many requests may be sent for an account, and how many were sent. */
package io.github.camelcallrail.quota;
