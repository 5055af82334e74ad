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
        byte[] bytes = address.getAddress();
        int embedded = address instanceof Inet4Address ? -1 : embeddedAddress(bytes);
        return embedded >= 0
                ? isPublic(ofBytes(Arrays.copyOfRange(bytes, embedded, embedded + 4)))
                : !address.isLoopbackAddress()
                        && !address.isAnyLocalAddress()
                        && !address.isLinkLocalAddress()
                        && !address.isSiteLocalAddress()
                        && !address.isMulticastAddress()
                        && !isReserved(bytes);
    }

    /** Where an IPv6 address contains an IPv4 address; -1 if it contains none. */
    private static int embeddedAddress(byte[] bytes) {
        // 64:ff9b::/96, to which networks without IPv4 translate it, and the obsolete ::/96.
        boolean translated = bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == (byte) 0xFF && bytes[3] == (byte) 0x9B;
        boolean compatible = bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0;
        boolean zeros = Arrays.equals(bytes, 4, 12, new byte[8], 0, 8);
        if ((translated || compatible) && zeros) {
            return 12;
        }
        // 2002::/16, which tunnels it.
        return bytes[0] == 0x20 && bytes[1] == 0x02 ? 2 : -1;
    }

    private static InetAddress ofBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address of " + bytes.length + " bytes", e);
        }
    }

    /** Blocks that {@link InetAddress} does not know. */
    private static boolean isReserved(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (bytes.length == 4) {
            // 0.0.0.0/8, 100.64.0.0/10 between providers and customers, 198.18.0.0/15 for tests, 240.0.0.0/4.
            return first == 0
                    || first == 100 && second >= 64 && second < 128
                    || first == 198 && (second == 18 || second == 19)
                    || first >= 240;
        }
        // fc00::/7 of private networks.
        return (first & 0xFE) == 0xFC;
    }

    /** A host that has an address in a private network. */
    static final class PrivateAddressException extends UnknownHostException {

        private static final long serialVersionUID = 1;

        PrivateAddressException(String host) {
            super(host);
        }
    }
}
