package io.github.camelcallrail.springboot;

/** Events that camel-platform-http-starter receives. */
class PlatformHttpEventsTest extends EventsTesting {

    @Override
    String receiver() {
        return "platform-http";
    }
}
