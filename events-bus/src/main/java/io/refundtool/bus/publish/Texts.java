package io.refundtool.bus.publish;

/** Small helpers for texts of answers. */
final class Texts {

    private Texts() {}

    /** At most {@code limit} characters, the last of them an ellipsis where something was cut off; never half a pair. */
    static String abbreviate(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
