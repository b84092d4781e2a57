package io.github.fitbitproxy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.upstream.Parts;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PartsFormatTest {

    @Property(tries = 300)
    boolean givesBackWhatItGot(@ForAll("parts") Parts parts) throws IOException {
        return same(parts, PartsFormat.decode(PartsFormat.encode(parts)));
    }

    @Property(tries = 300)
    boolean refusesABeginning(@ForAll("parts") Parts parts, @ForAll @IntRange(max = 999) int permille) {
        byte[] encoded = PartsFormat.encode(parts);
        byte[] beginning = Arrays.copyOf(encoded, encoded.length * permille / 1000);
        assertThatThrownBy(() -> PartsFormat.decode(beginning)).isInstanceOf(IOException.class);
        return true;
    }

    /** Bits of the gzip header that mean nothing may turn over; the content never changes unnoticed. */
    @Property(tries = 1000)
    boolean neverReadsSomethingElseAfterABitTurnedOver(
            @ForAll("parts") Parts parts,
            @ForAll @IntRange(max = 999) int permille,
            @ForAll @IntRange(max = 7) int bit) {
        byte[] encoded = PartsFormat.encode(parts);
        encoded[encoded.length * permille / 1000] ^= (byte) (1 << bit);
        try {
            return same(parts, PartsFormat.decode(encoded));
        } catch (IOException expected) {
            return true;
        }
    }

    @Provide
    Arbitrary<Parts> parts() {
        Arbitrary<String> name = Arbitraries.strings().ofMinLength(1).ofMaxLength(20);
        Arbitrary<byte[]> body = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        Arbitrary<Map<String, byte[]>> received = Arbitraries.maps(name, body).ofMaxSize(4);
        Arbitrary<Set<String>> missing = name.set().ofMaxSize(4);
        return Combinators.combine(received, missing)
                .as((parts, names) -> new Parts(new TreeMap<>(parts), new TreeSet<>(names)));
    }

    private static boolean same(Parts one, Parts other) {
        assertThat(other.missing()).isEqualTo(one.missing());
        assertThat(other.received().keySet()).isEqualTo(one.received().keySet());
        one.received().forEach((name, body) -> assertThat(other.get(name)).isEqualTo(body));
        return true;
    }
}
