package io.github.fitbitproxy.upstream.takeout;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges the names of files in an archive. Nothing is ever written under such a name; but an honest export has none of
 * these, so a file that has one is not read either.
 */
final class EntryNames {

    private static final int LONGEST = 512;
    private static final int SHOWN = 120;
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern TRICK = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

    /** More than tricks: letters of older encodings come out as the control characters behind those of ASCII. */
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    private EntryNames() {}

    /** What is wrong with a name, as a sentence; {@code null} if nothing is. */
    static @Nullable String fault(String name) {
        if (name.length() > LONGEST) {
            return "Its name is too long.";
        }
        if (TRICK.matcher(name).find() || name.isBlank()) {
            return "Its name has characters that no file name should have.";
        }
        String plain = name.replace('\\', '/');
        if (plain.startsWith("/") || DRIVE.matcher(plain).matches()) {
            return "Its name is an absolute path.";
        }
        if (Arrays.asList(plain.split("/")).contains("..")) {
            return "Its name leads out of the archive.";
        }
        return null;
    }

    /** The name, fit to be shown. */
    static String shown(String name) {
        String clean = UNSHOWABLE.matcher(name).replaceAll("?");
        return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "…";
    }
}
