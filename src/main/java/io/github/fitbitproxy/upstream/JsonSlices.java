package io.github.fitbitproxy.upstream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts lists out of an answer and puts slices of them together again, without changing a byte of what is said. */
public final class JsonSlices {

    private JsonSlices() {}

    /**
     * The bytes of each object in the array of that name, or of the first array; {@code null} if there is none.
     *
     * @throws UpstreamException with {@link UpstreamFailure.Unreadable} if the answer is not a whole JSON object in UTF-8
     */
    public static @Nullable List<byte[]> objects(byte[] answer, @Nullable String name) throws UpstreamException {
        LenientJson.object(answer);
        try (JsonParser parser = LenientJson.MAPPER.createParser(answer)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = name == null || name.equals(parser.currentName());
                if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
                    return objects(parser, answer);
                }
                parser.skipChildren();
            }
            return null;
        } catch (IOException unreadable) {
            throw LenientJson.unreadable();
        }
    }

    /**
     * The bytes of each object in a bare array; {@code null} if the answer is something else.
     *
     * @throws UpstreamException with {@link UpstreamFailure.Unreadable} if the answer is not a whole JSON value in UTF-8
     */
    public static @Nullable List<byte[]> ofArray(byte[] answer) throws UpstreamException {
        if (!LenientJson.value(answer).isArray()) {
            return null;
        }
        try (JsonParser parser = LenientJson.MAPPER.createParser(answer)) {
            parser.nextToken();
            return objects(parser, answer);
        } catch (IOException unreadable) {
            throw LenientJson.unreadable();
        }
    }

    private static List<byte[]> objects(JsonParser parser, byte[] answer) throws IOException {
        List<byte[]> objects = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            // Nothing else bears a date.
            boolean object = parser.currentToken() == JsonToken.START_OBJECT;
            int from = (int) parser.currentTokenLocation().getByteOffset();
            if (from < 0) {
                // A parser of UTF-16 or UTF-32 does not know where it is.
                throw LenientJson.unreadable();
            }
            parser.skipChildren();
            if (object) {
                int to = (int) parser.currentLocation().getByteOffset();
                objects.add(Arrays.copyOfRange(answer, from, to));
            }
        }
        return objects;
    }

    /** An object with nothing but these elements in an array of that name, such as {@code {"sleep":[…]}}. */
    public static byte[] wrapped(String name, List<byte[]> logs) {
        ByteArrayOutputStream day = new ByteArrayOutputStream();
        day.writeBytes(("{\"" + name + "\":[").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < logs.size(); i++) {
            if (i > 0) {
                day.write(',');
            }
            day.writeBytes(logs.get(i));
        }
        day.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return day.toByteArray();
    }
}
