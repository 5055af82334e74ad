package io.github.camelcallrail.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.CallRailConfiguration;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where links to files may lead. */
class FileHostsTest {

    private static final URI CALLRAIL = URI.create("https://api.callrail.com");
    private static final URI LOCAL = URI.create("http://localhost:8080");
    private static final URI GATEWAY = URI.create("https://gateway.example.com/callrail");
    private static final String DEFAULT = new CallRailConfiguration().getMediaHosts();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.callrail.com/calls/CAL1/recording/redirect?access_key=1",
                "https://APP.CallRail.com/a",
                "https://app.callrail.com:443/a",
                "https://api.callrail.com/v3/a",
                "https://calltrk-production.s3.amazonaws.com/a.mp3?X-Amz-Signature=1",
                "https://calltrk-production.s3.us-east-1.amazonaws.com/a.mp3",
                "https://calltrk-mms-media-prod1.s3.amazonaws.com/a.jpg"
            })
    void theHostsOfCallRailAreAllowedByDefault(URI link) {
        assertThatCode(() -> FileHosts.of(CALLRAIL, DEFAULT).requireAllowed(link))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.callrail.com/a",
                "ftp://app.callrail.com/a",
                "https://app.callrail.com:8443/a",
                "https://user@app.callrail.com/a",
                "https://callrail.com.example.com/a",
                "https://a.b.callrail.com/a",
                "https://xcallrail.com/a",
                "https://example.s3.amazonaws.com/a",
                "https://s3.amazonaws.com/calltrk-production/a",
                "https://calltrk-production.s3.amazonaws.com.example.com/a",
                "https://127.0.0.1/a",
                "http://localhost/a",
                "https://[::1]/a",
                "https:///a",
                "file:///etc/hosts",
                "mailto:somebody@example.com"
            })
    void othersAreNot(URI link) {
        assertThatThrownBy(() -> FileHosts.of(CALLRAIL, DEFAULT).requireAllowed(link))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.REFUSED))
                .hasMessageStartingWith("CallRail links to a file")
                .message()
                .doesNotContain("/a", "access_key");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:9090/a, true",
        "http://127.0.0.1:9090/a, true",
        "https://localhost:9090/a, true",
        "http://files.example.com/a, false",
        "https://files.example.com/a, false",
        "http://192.168.0.1/a, false",
    })
    void ofALocalBaseUrlEveryLocalPortIsAllowed(URI link, boolean allowed) {
        assertAllowed(LOCAL, link, allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "https://gateway.example.com/a, true",
        "https://gateway.example.com:8443/a, true",
        "http://gateway.example.com/a, false",
        "https://localhost/a, false",
        "https://app.callrail.com/a, true",
    })
    void theHostOfTheBaseUrlIsAlwaysAllowed(URI link, boolean allowed) {
        assertAllowed(GATEWAY, link, allowed);
    }

    private static void assertAllowed(URI baseUrl, URI link, boolean allowed) {
        FileHosts hosts = FileHosts.of(baseUrl, DEFAULT);
        if (allowed) {
            assertThatCode(() -> hosts.requireAllowed(link)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> hosts.requireAllowed(link)).isInstanceOf(CallRailFailure.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "", "a,,b", "https://app.callrail.com", "app.callrail.com/x", "app.callrail.com:443"})
    void aHostIsAName(String hosts) {
        assertThatThrownBy(() -> FileHosts.of(CALLRAIL, hosts))
                .isInstanceOf(CallRailFailure.class)
                .hasMessageStartingWith("Option 'mediaHosts' cannot contain '");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost, true",
        "localhost, proxy.example.com, true",
        "api.callrail.com, localhost, true",
        "api.callrail.com, '', false",
    })
    void theHostOfTheBaseUrlAndAProxyMayBeHere(String base, String proxy, boolean allowed) throws Exception {
        PublicAddresses addresses = new PublicAddresses(new ConnectionSettings(
                URI.create("https://" + base),
                "key",
                null,
                proxy.isEmpty() ? null : proxy,
                proxy.isEmpty() ? 0 : 3128,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1)));

        boolean resolved = true;
        try {
            addresses.resolve("localhost");
        } catch (PublicAddresses.PrivateAddressException e) {
            resolved = false;
        }

        assertThat(resolved).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "52.216.1.1, true",
        "2600:1f18::1, true",
        "127.0.0.1, false",
        "127.9.9.9, false",
        "10.1.2.3, false",
        "172.16.0.1, false",
        "172.32.0.1, true",
        "192.168.1.1, false",
        "169.254.169.254, false",
        "100.64.0.1, false",
        "100.128.0.1, true",
        "198.18.0.1, false",
        "0.0.0.0, false",
        "0.1.2.3, false",
        "224.0.0.1, false",
        "240.0.0.1, false",
        "255.255.255.255, false",
        "::1, false",
        "::, false",
        "::ffff:10.0.0.1, false",
        "fe80::1, false",
        "fec0::1, false",
        "fc00::1, false",
        "fd12:3456::1, false",
        "64:ff9b::a00:1, false",
        "64:ff9b::808:808, true",
        "64:ff9b:1::808:808, true",
        "::7f00:1, false",
        "::808:808, true",
        "2002:a00:1::, false",
        "2002:808:808::1, true",
        "ff02::1, false",
    })
    void onlyPublicAddressesAreContacted(String address, boolean isPublic) throws Exception {
        InetAddress resolved = InetAddress.getByName(address);
        if (isPublic) {
            PublicAddresses.requirePublic("files.example.com", resolved);
        } else {
            assertThatThrownBy(() -> PublicAddresses.requirePublic("files.example.com", resolved))
                    .isInstanceOf(PublicAddresses.PrivateAddressException.class);
        }
    }
}
