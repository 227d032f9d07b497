package io.refundtool.notifications.channel;

import org.eclipse.angus.mail.util.MailStreamProvider;

/** Settings of Jakarta Mail that belong to the process, not to a session. */
public final class MailLibrary {

    private static final String STREAM_PROVIDER = "jakarta.mail.util.StreamProvider";

    private MailLibrary() {}

    /** Names the library's one provider, which it would otherwise look for on the class path several times a mail. */
    public static void nameProvider() {
        if (System.getProperty(STREAM_PROVIDER) == null) {
            System.setProperty(STREAM_PROVIDER, MailStreamProvider.class.getName());
        }
    }
}
