package io.github.fitbitproxy.simulator.oauth1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.simulator.http.Parameter;
import io.github.fitbitproxy.simulator.http.PercentCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Published examples, and some in the vendor's shape that were computed with another implementation. */
class SignatureVectorsTest {

    private static final String GATEWAY_SECRET = "cs-fedcba9876543210";

    @Test
    void signsTheTokenRequestOfRfc5849() {
        String base = base(
                "POST",
                "https://photos.example.net/token",
                "oauth_consumer_key=dpf43f3p2l4k3l03",
                "oauth_token=hh5s93j4hdidpola",
                "oauth_signature_method=HMAC-SHA1",
                "oauth_timestamp=137131201",
                "oauth_nonce=walatlh",
                "oauth_verifier=hfdp7dh39dks9884");

        assertThat(base)
                .isEqualTo("POST&https%3A%2F%2Fphotos.example.net%2Ftoken&oauth_consumer_key%3Ddpf43f3p2l4k3l03"
                        + "%26oauth_nonce%3Dwalatlh%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201"
                        + "%26oauth_token%3Dhh5s93j4hdidpola%26oauth_verifier%3Dhfdp7dh39dks9884");
        assertThat(HmacSha1.sign(base, "kd94hf93k423kf44", "hdhd0244k9j7ao03"))
                .isEqualTo("gKgrFCywp7rO0OXSjdot/IHF7IU=");
    }

    @Test
    void signsTheResourceRequestOfRfc5849() {
        String base = base(
                "GET",
                "http://photos.example.net/photos?file=vacation.jpg&size=original",
                "oauth_consumer_key=dpf43f3p2l4k3l03",
                "oauth_token=nnch734d00sl2jdk",
                "oauth_signature_method=HMAC-SHA1",
                "oauth_timestamp=137131202",
                "oauth_nonce=chapoH");

        assertThat(base)
                .isEqualTo("GET&http%3A%2F%2Fphotos.example.net%2Fphotos&file%3Dvacation.jpg%26oauth_consumer_key"
                        + "%3Ddpf43f3p2l4k3l03%26oauth_nonce%3DchapoH%26oauth_signature_method%3DHMAC-SHA1"
                        + "%26oauth_timestamp%3D137131202%26oauth_token%3Dnnch734d00sl2jdk%26size%3Doriginal");
        assertThat(HmacSha1.sign(base, "kd94hf93k423kf44", "pfkkdhi9sl3r4s00"))
                .isEqualTo("MdpQcU8iPSUjWoN/UDMsK2sui9I=");
    }

    @Test
    void signsTwittersExampleWithFormBody() {
        String base = base(
                "POST",
                "https://api.twitter.com/1.1/statuses/update.json?include_entities=true",
                "status=Hello Ladies + Gentlemen, a signed OAuth request!",
                "oauth_consumer_key=xvz1evFS4wEEPTGEFPHBog",
                "oauth_nonce=kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg",
                "oauth_signature_method=HMAC-SHA1",
                "oauth_timestamp=1318622958",
                "oauth_token=370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
                "oauth_version=1.0");

        assertThat(base)
                .startsWith("POST&https%3A%2F%2Fapi.twitter.com%2F1.1%2Fstatuses%2Fupdate.json&include_entities%3Dtrue")
                .endsWith("status%3DHello%2520Ladies%2520%252B%2520Gentlemen%252C%2520a%2520signed%2520OAuth%2520"
                        + "request%2521");
        assertThat(HmacSha1.sign(
                        base,
                        "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
                        "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE"))
                .isEqualTo("hCtSmYh+iHYCEqBWrE7C7hYmtUk=");
    }

    @Test
    void signsTheAwkwardParametersOfRfc5849() {
        String base = base(
                "POST",
                "http://EXAMPLE.com:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b",
                "c2=",
                "a3=2 q",
                "oauth_consumer_key=9djdj82h48djs9d2",
                "oauth_token=kkk9d7dh3k39sjv7",
                "oauth_signature_method=HMAC-SHA1",
                "oauth_timestamp=137131201",
                "oauth_nonce=7d8f3e4a",
                "oauth_signature=left-out");

        assertThat(base)
                .isEqualTo("POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da"
                        + "%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2"
                        + "%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1"
                        + "%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7");
        assertThat(HmacSha1.sign(base, "ECrDNoq1VYzzzzzzzzzyAK7TwZNtPnkqatqZZZZ", "just-a-string    asdasd"))
                .isEqualTo("wsdNmjGB7lvis0UJuPAmjvX/PXw=");
    }

    @Test
    void signsARequestForTemporaryCredentials() {
        String base = base(
                "POST",
                "https://api.fitbit.com/oauth/request_token",
                gateway("n1", "1400000000", "oauth_callback=https://gw.example.org/cb?x=a b"));

        assertThat(base)
                .isEqualTo("POST&https%3A%2F%2Fapi.fitbit.com%2Foauth%2Frequest_token&oauth_callback%3Dhttps%253A%252F"
                        + "%252Fgw.example.org%252Fcb%253Fx%253Da%2520b%26oauth_consumer_key%3Dck-0123456789abcdef"
                        + "%26oauth_nonce%3Dn1%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D1400000000"
                        + "%26oauth_version%3D1.0");
        assertThat(HmacSha1.sign(base, GATEWAY_SECRET, "")).isEqualTo("v4EpTQzc63CkvOje9sJYVgBWWrM=");
    }

    @Test
    void signsARequestForTokenCredentials() {
        String base = base(
                "POST",
                "https://api.fitbit.com/oauth/access_token",
                gateway("n2", "1400000060", "oauth_token=rt-aaaa", "oauth_verifier=vf-bbbb"));

        assertThat(HmacSha1.sign(base, GATEWAY_SECRET, "rts-cccc")).isEqualTo("cGamMayW/62HwMsNsvA9KPjejvY=");
    }

    @Test
    void signsARequestForSleep() {
        String base = base(
                "GET",
                "https://api.fitbit.com/1/user/-/sleep/date/2014-05-13.json",
                gateway("n3", "1400000120", "oauth_token=at-dddd"));

        assertThat(HmacSha1.sign(base, GATEWAY_SECRET, "ats-eeee")).isEqualTo("fcr0dwdvEXKONQ1mmKDMBP6iEVg=");
    }

    private static String[] gateway(String nonce, String timestamp, String... more) {
        List<String> parameters = new ArrayList<>(List.of(
                "oauth_consumer_key=ck-0123456789abcdef",
                "oauth_nonce=" + nonce,
                "oauth_signature_method=HMAC-SHA1",
                "oauth_timestamp=" + timestamp,
                "oauth_version=1.0"));
        parameters.addAll(Arrays.asList(more));
        return parameters.toArray(String[]::new);
    }

    private static String base(String method, String url, String... parameters) {
        URI uri = URI.create(url);
        List<Parameter> all = new ArrayList<>();
        if (uri.getRawQuery() != null) {
            all.addAll(PercentCode.parseForm(uri.getRawQuery()));
        }
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            all.add(new Parameter(parameter.substring(0, equals), parameter.substring(equals + 1)));
        }
        return SignatureBaseString.of(method, uri, all);
    }
}
