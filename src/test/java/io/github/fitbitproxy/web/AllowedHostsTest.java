package io.github.fitbitproxy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    private static final AllowedHosts HOME = AllowedHosts.with(List.of());

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LOCALHOST",
                "localhost.",
                "localhost.:8080",
                "localhost:",
                "raspberrypi",
                "my_pi",
                "raspberrypi.local",
                "RaspberryPi.Local:8080",
                "pi.home.arpa",
                "pi.lan",
                "a.b.internal",
                "pi.tail1234.ts.net",
                "app.localhost",
                "192.168.1.20",
                "192.168.1.20:8080",
                "8.8.8.8",
                "[::1]",
                "[::1]:8080",
                "[fe80::1ff:fe23:4567:890a]:80",
                "[::ffff:192.168.1.20]"
            })
    void answersToAddressesAndNamesOfTheHome(String host) {
        assertThat(HOME.allow(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ":8080",
                "evil.com",
                "evil.com:8080",
                "evil.com.",
                "local.evil.com",
                "localhost.evil.com",
                "evil-local.com",
                "evillocal.co",
                ".local",
                "a..local",
                "..",
                "home.arpa.evil.com",
                "homearpa.com",
                "1.2.3.4.evil.com",
                "1.2.3.4.nip.io",
                "1.2.3",
                "1.2.3.256",
                "1.2.3.0004",
                "1.2.3.4.5",
                "0x7f.0.0.1",
                "127.0.0.1 ",
                "localhost@evil.com",
                "localhost/evil.com",
                "localhost evil.com",
                "evil.com#.local",
                "evil.com\\.local",
                "evil.com,pi.local",
                "pi.local:80:80",
                "pi.local:8080x",
                "pi.local:999999",
                "[::1",
                "[::1]x",
                "[::1]:80x",
                "[]",
                "[evil.com]",
                "[::1].evil.com",
                "[abc]",
                "ドメイン.local"
            })
    void refusesWhatSomebodyElseMayOwn(String host) {
        assertThat(HOME.allow(host)).isFalse();
    }

    @Test
    void answersToConfiguredNamesToo() {
        AllowedHosts hosts = AllowedHosts.with(List.of(" Health.Example.org", ".example.net"));
        assertThat(List.of(
                        "health.example.org", "HEALTH.EXAMPLE.ORG.:443", "example.net", "a.b.example.net", "localhost"))
                .allMatch(hosts::allow);
        assertThat(List.of("example.org", "x.health.example.org", "xhealth.example.org", "badexample.net", "evil.com"))
                .noneMatch(hosts::allow);
        assertThat(AllowedHosts.with(List.of("*")).allow("evil.com")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://a.example", "a.example:8080", "*.example.org", "a b", "a..b", ".", "a/b"})
    void namesTheEntryThatIsNoName(String entry) {
        assertThatThrownBy(() -> AllowedHosts.with(List.of("fine.example", entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(entry);
    }

    @Property
    void refusesEveryNameOfAPublicDomain(@ForAll("names") String labels, @ForAll("publicDomains") String domain) {
        String name = labels + "." + domain;
        assertThat(HOME.allow(name)).isFalse();
        assertThat(HOME.allow(name + ":8080")).isFalse();
        assertThat(HOME.allow(name + ".")).isFalse();
        assertThat(AllowedHosts.with(List.of(name)).allow(name.toUpperCase(Locale.ROOT)))
                .isTrue();
    }

    @Property
    void looksAtNeitherPortNorCaseNorTrailingDot(
            @ForAll("hosts") String host, @ForAll @IntRange(max = 65535) int port) {
        boolean plain = HOME.allow(host);
        assertThat(HOME.allow(host + ":" + port)).isEqualTo(plain);
        assertThat(HOME.allow(host.toUpperCase(Locale.ROOT))).isEqualTo(plain);
        assertThat(HOME.allow(host + ".")).isEqualTo(plain);
    }

    @Property
    void answersToEveryAddress(@ForAll @Size(4) List<@IntRange(max = 255) Integer> numbers) {
        String address = "%d.%d.%d.%d".formatted(numbers.toArray());
        assertThat(HOME.allow(address)).isTrue();
        assertThat(HOME.allow(address + ":8080")).isTrue();
        assertThat(HOME.allow("[::ffff:" + address + "]:8080")).isTrue();
    }

    @Property
    void survivesWhateverIsSent(@ForAll String host) {
        boolean allowed = HOME.allow(host);
        if (allowed) {
            assertThat(host).matches("[A-Za-z0-9._\\[\\]:-]+");
        }
    }

    @Provide
    Arbitrary<String> labels() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> names() {
        return labels().list().ofMinSize(1).ofMaxSize(5).map(labels -> String.join(".", labels));
    }

    @Provide
    Arbitrary<String> publicDomains() {
        return Arbitraries.of("com", "org", "co.uk", "nip.io", "dev", "net", "local.com", "lan.de");
    }

    @Provide
    Arbitrary<String> hosts() {
        return Combinators.combine(
                        labels().list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of("", ".local", ".com", ".lan", ".home.arpa"))
                .as((labels, end) -> String.join(".", labels) + end);
    }
}
