package io.github.fitbitproxy.web;

import io.github.fitbitproxy.day.Export;
import io.github.fitbitproxy.day.NoteStore.NamedNote;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.RawDay;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;

/** Writes what is stored of a person, one line of JSON at a time; {@code line} says which sort each is of. */
final class ExportLines implements Export.Visitor {

    static final int VERSION = 1;

    private final OutputStream out;

    ExportLines(OutputStream out) {
        this.out = out;
    }

    void header(Person person, Instant now) {
        write(new JsonObject()
                .put("line", "header")
                .put("format", "fitbit-proxy-export")
                .put("version", VERSION)
                .put("person", person.name())
                .put("exportedAt", now.toString()));
    }

    @Override
    public void note(NamedNote note) {
        JsonObject line = new JsonObject()
                .put("line", "note")
                .put("upstream", note.upstream())
                .put("name", note.name())
                .put("fetchedAt", note.note().fetchedAt().toString());
        write(put(line, "body", note.note().body()));
    }

    /** The day's own bytes, so that it is the same here as in the answer. */
    @Override
    public void day(String kind, byte[] json) {
        write("{\"line\":\"day\",\"kind\":\"" + kind + "\",\"day\":" + new String(json, StandardCharsets.UTF_8).strip()
                + "}");
    }

    @Override
    public void raw(RawDay raw) {
        JsonObject parts = new JsonObject();
        raw.parts().received().forEach((name, part) -> parts.put(name, put(new JsonObject(), "body", part)));
        write(new JsonObject()
                .put("line", "raw")
                .put("kind", raw.key().kind())
                .put("date", raw.key().date().toString())
                .put("upstream", raw.key().upstream())
                .put("fetchedAt", raw.fetchedAt().toString())
                .put("zone", raw.zone().getId())
                .put("deviceSyncedAt", Objects.toString(raw.deviceSyncedAt(), null))
                .put("parts", parts)
                .put("missing", new JsonArray(raw.parts().missing().stream().toList())));
    }

    /** As text if it is any, else in Base64. */
    private static JsonObject put(JsonObject object, String name, byte[] bytes) {
        try {
            return object.put(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException noText) {
            return object.put(name + "Base64", Base64.getEncoder().encodeToString(bytes));
        }
    }

    private void write(JsonObject line) {
        write(line.encode());
    }

    private void write(String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
