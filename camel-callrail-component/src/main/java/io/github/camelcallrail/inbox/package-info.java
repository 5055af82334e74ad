/** Events that are stored before they are acknowledged, and handed out until they are processed. */
package io.github.camelcallrail.inbox;
