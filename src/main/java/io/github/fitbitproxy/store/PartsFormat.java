package io.github.fitbitproxy.store;

import io.github.fitbitproxy.upstream.Parts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Parts as bytes: one byte of format version, then gzip (RFC 1952), whose CRC-32 tells whether what is read is what was
 * written. Inside: how many parts, then name, length and bytes of each; how many are missing, then their names.
 */
final class PartsFormat {

    private static final int VERSION = 1;

    private PartsFormat() {}

    static byte[] encode(Parts parts) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.write(VERSION);
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(encoded))) {
            out.writeInt(parts.received().size());
            for (Map.Entry<String, byte[]> part : parts.received().entrySet()) {
                out.writeUTF(part.getKey());
                out.writeInt(part.getValue().length);
                out.write(part.getValue());
            }
            out.writeInt(parts.missing().size());
            for (String name : parts.missing()) {
                out.writeUTF(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded.toByteArray();
    }

    /** @throws IOException if these are not the bytes that were once encoded */
    static Parts decode(byte[] encoded) throws IOException {
        if (encoded.length == 0 || encoded[0] != VERSION) {
            throw new IOException("not in a known format");
        }
        // Reading to the end first checks the CRC, so that no length below can be a wrong one.
        byte[] content;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(encoded, 1, encoded.length - 1))) {
            content = in.readAllBytes();
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        TreeMap<String, byte[]> received = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            received.put(name, in.readNBytes(in.readInt()));
        }
        TreeSet<String> missing = new TreeSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            missing.add(in.readUTF());
        }
        return new Parts(received, missing);
    }
}
