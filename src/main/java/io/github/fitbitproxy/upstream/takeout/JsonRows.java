package io.github.fitbitproxy.upstream.takeout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.fitbitproxy.upstream.LenientJson;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds the rows of a file that is one JSON array, without building anything of them: there are millions. */
final class JsonRows {

    private JsonRows() {}

    /** Is told where each row lies in the file, and what it says of its time. */
    interface Visitor {

        /** @param dateTime the row's own field of that name; {@code null} if it has none */
        void row(int from, int to, @Nullable String dateTime) throws RefusedFileException;
    }

    /** @throws RefusedFileException if it is not one whole JSON array; rows may have been told by then */
    static void read(byte[] file, Visitor visitor) throws RefusedFileException {
        try (JsonParser parser = LenientJson.MAPPER.createParser(file)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new RefusedFileException("It is not a JSON list, as such a file should be.");
            }
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == null) {
                    throw new RefusedFileException("It is cut short.");
                }
                int from = (int) parser.currentTokenLocation().getByteOffset();
                if (from < 0) {
                    // A parser of UTF-16 or UTF-32 does not know where it is.
                    throw new RefusedFileException("It is not in UTF-8, as such a file should be.");
                }
                if (token == JsonToken.START_OBJECT) {
                    String dateTime = dateTime(parser);
                    visitor.row(from, (int) parser.currentLocation().getByteOffset(), dateTime);
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new RefusedFileException("It has something behind its end.");
            }
        } catch (IOException unreadable) {
            // Without a cause: a parser's message quotes what it read.
            throw new RefusedFileException("It is not JSON, or it is cut short.");
        }
    }

    private static @Nullable String dateTime(JsonParser parser) throws IOException {
        String dateTime = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals("dateTime");
            if (parser.nextToken() == JsonToken.VALUE_STRING && wanted) {
                dateTime = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        return dateTime;
    }
}
