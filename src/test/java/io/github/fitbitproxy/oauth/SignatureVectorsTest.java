package io.github.fitbitproxy.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.services.HMACSha1SignatureService;
import org.junit.jupiter.api.Test;

/** Published examples, through the pieces that sign for us. */
class SignatureVectorsTest {

    /** RFC 5849 §1.2: the token request; its realm is not signed. */
    @Test
    void signsTheTokenRequestOfTheRfc() {
        OAuthRequest request = new OAuthRequest(Verb.POST, "https://photos.example.net/token");
        request.setRealm("Photos");
        request.addOAuthParameter("oauth_consumer_key", "dpf43f3p2l4k3l03");
        request.addOAuthParameter("oauth_token", "hh5s93j4hdidpola");
        request.addOAuthParameter("oauth_signature_method", "HMAC-SHA1");
        request.addOAuthParameter("oauth_timestamp", "137131201");
        request.addOAuthParameter("oauth_nonce", "walatlh");
        request.addOAuthParameter("oauth_verifier", "hfdp7dh39dks9884");
        assertThat(base(request))
                .isEqualTo("POST&https%3A%2F%2Fphotos.example.net%2Ftoken&oauth_consumer_key%3Ddpf43f3p2l4k3l03"
                        + "%26oauth_nonce%3Dwalatlh%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201"
                        + "%26oauth_token%3Dhh5s93j4hdidpola%26oauth_verifier%3Dhfdp7dh39dks9884");
        assertThat(signature(request, "kd94hf93k423kf44", "hdhd0244k9j7ao03"))
                .isEqualTo("gKgrFCywp7rO0OXSjdot/IHF7IU=");
    }

    /** RFC 5849 §1.2: the resource request, with a query. */
    @Test
    void signsTheResourceRequestOfTheRfc() {
        OAuthRequest request =
                new OAuthRequest(Verb.GET, "http://photos.example.net/photos?file=vacation.jpg&size=original");
        request.addOAuthParameter("oauth_consumer_key", "dpf43f3p2l4k3l03");
        request.addOAuthParameter("oauth_token", "nnch734d00sl2jdk");
        request.addOAuthParameter("oauth_signature_method", "HMAC-SHA1");
        request.addOAuthParameter("oauth_timestamp", "137131202");
        request.addOAuthParameter("oauth_nonce", "chapoH");
        assertThat(base(request))
                .isEqualTo("GET&http%3A%2F%2Fphotos.example.net%2Fphotos&file%3Dvacation.jpg"
                        + "%26oauth_consumer_key%3Ddpf43f3p2l4k3l03%26oauth_nonce%3DchapoH"
                        + "%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131202"
                        + "%26oauth_token%3Dnnch734d00sl2jdk%26size%3Doriginal");
        assertThat(signature(request, "kd94hf93k423kf44", "pfkkdhi9sl3r4s00"))
                .isEqualTo("MdpQcU8iPSUjWoN/UDMsK2sui9I=");
    }

    /** Twitter, "Creating a signature": spaces, a plus and an exclamation mark in a form body. */
    @Test
    void signsAFormBodyWithCharactersThatNeedCare() {
        OAuthRequest request =
                new OAuthRequest(Verb.POST, "https://api.twitter.com/1.1/statuses/update.json?include_entities=true");
        request.addBodyParameter("status", "Hello Ladies + Gentlemen, a signed OAuth request!");
        request.addOAuthParameter("oauth_consumer_key", "xvz1evFS4wEEPTGEFPHBog");
        request.addOAuthParameter("oauth_nonce", "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg");
        request.addOAuthParameter("oauth_signature_method", "HMAC-SHA1");
        request.addOAuthParameter("oauth_timestamp", "1318622958");
        request.addOAuthParameter("oauth_token", "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb");
        request.addOAuthParameter("oauth_version", "1.0");
        assertThat(base(request))
                .isEqualTo("POST&https%3A%2F%2Fapi.twitter.com%2F1.1%2Fstatuses%2Fupdate.json&include_entities%3Dtrue"
                        + "%26oauth_consumer_key%3Dxvz1evFS4wEEPTGEFPHBog"
                        + "%26oauth_nonce%3DkYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg"
                        + "%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D1318622958"
                        + "%26oauth_token%3D370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb%26oauth_version%3D1.0"
                        + "%26status%3DHello%2520Ladies%2520%252B%2520Gentlemen%252C%2520a%2520signed%2520OAuth"
                        + "%2520request%2521");
        assertThat(signature(
                        request,
                        "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
                        "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE"))
                .isEqualTo("hCtSmYh+iHYCEqBWrE7C7hYmtUk=");
    }

    /** RFC 5849 §3.4.1.1, with the secrets of oauthlib's tests: duplicates, empty values, encoded {@code =} and {@code @}. */
    @Test
    void signsParametersThatSortDifferentlyOnceEncoded() {
        OAuthRequest request =
                new OAuthRequest(Verb.POST, "http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b#top");
        request.addBodyParameter("c2", "");
        request.addBodyParameter("a3", "2 q");
        request.addOAuthParameter("oauth_consumer_key", "9djdj82h48djs9d2");
        request.addOAuthParameter("oauth_token", "kkk9d7dh3k39sjv7");
        request.addOAuthParameter("oauth_signature_method", "HMAC-SHA1");
        request.addOAuthParameter("oauth_timestamp", "137131201");
        request.addOAuthParameter("oauth_nonce", "7d8f3e4a");
        assertThat(base(request))
                .isEqualTo("POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da"
                        + "%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2"
                        + "%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1"
                        + "%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7");
        assertThat(signature(request, "ECrDNoq1VYzzzzzzzzzyAK7TwZNtPnkqatqZZZZ", "just-a-string    asdasd"))
                .isEqualTo("wsdNmjGB7lvis0UJuPAmjvX/PXw=");
    }

    @Test
    void keepsAnUnusualPortAndNamesTheRootOfAnEmptyPath() {
        assertThat(base(request("https://Example.com:8443/a"))).startsWith("GET&https%3A%2F%2Fexample.com%3A8443%2Fa&");
        assertThat(base(request("https://example.com:443"))).startsWith("GET&https%3A%2F%2Fexample.com%2F&");
        assertThat(base(request("http://example.com:443/"))).startsWith("GET&http%3A%2F%2Fexample.com%3A443%2F&");
    }

    @Test
    void keepsAnUnencodedEqualsSignInAValue() {
        assertThat(base(request("http://example.com/?a=b=c"))).contains("&a%3Db%253Dc%26");
    }

    private static OAuthRequest request(String url) {
        OAuthRequest request = new OAuthRequest(Verb.GET, url);
        request.addOAuthParameter("oauth_nonce", "n");
        return request;
    }

    private static String base(OAuthRequest request) {
        return new BaseString().extract(request);
    }

    private static String signature(OAuthRequest request, String clientSecret, String tokenSecret) {
        return new HMACSha1SignatureService().getSignature(base(request), clientSecret, tokenSecret);
    }
}
