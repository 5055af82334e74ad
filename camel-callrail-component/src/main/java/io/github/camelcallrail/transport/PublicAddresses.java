package io.github.camelcallrail.transport;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves host names to public addresses only, so that a link cannot lead into the network of this machine, whatever a
 * name server says. The host of the base URL and a proxy may have any address; names that a proxy resolves are up to
 * the proxy. Thread-safe.
 */
final class PublicAddresses implements DnsResolver {

    private static final DnsResolver DNS = SystemDefaultDnsResolver.INSTANCE;

    private final ConnectionSettings settings;

    PublicAddresses(ConnectionSettings settings) {
        this.settings = settings;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = DNS.resolve(host);
        if (!BaseUrl.isSameHost(settings.baseUrl(), host) && !host.equalsIgnoreCase(settings.proxyHost())) {
            requirePublic(host, addresses);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return DNS.resolveCanonicalHostname(host);
    }

    /** @throws PrivateAddressException if one of the addresses is not public */
    static void requirePublic(String host, InetAddress... addresses) throws PrivateAddressException {
        if (!Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
            throw new PrivateAddressException(host);
        }
    }

    private static boolean isPublic(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && !isReserved(address.getAddress(), address instanceof Inet4Address);
    }

    /** Blocks that {@link InetAddress} does not know. */
    private static boolean isReserved(byte[] bytes, boolean v4) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (v4) {
            // 0.0.0.0/8, 100.64.0.0/10 between providers and customers, 198.18.0.0/15 for tests, 240.0.0.0/4.
            return first == 0
                    || first == 100 && second >= 64 && second < 128
                    || first == 198 && (second == 18 || second == 19)
                    || first >= 240;
        }
        // fc00::/7 of private networks; 64:ff9b::/96 and 2002::/16, which contain IPv4 addresses.
        return (first & 0xFE) == 0xFC || first == 0x00 && second == 0x64 || first == 0x20 && second == 0x02;
    }

    /** A host that has an address in a private network. */
    static final class PrivateAddressException extends UnknownHostException {

        private static final long serialVersionUID = 1;

        PrivateAddressException(String host) {
            super(host);
        }
    }
}
