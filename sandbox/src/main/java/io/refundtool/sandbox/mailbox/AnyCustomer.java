package io.refundtool.sandbox.mailbox;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;
import java.util.function.Consumer;

/** Whoever a mail is for. GreenMail keeps the mails of its own users for ever; this one hands them on. */
record AnyCustomer(String email, Consumer<Mail> receiver) implements GreenMailUser {

    @Override
    public void deliver(MovingMessage message) {
        deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        receiver.accept(Mail.of(message, email));
    }

    @Override
    public String getEmail() {
        return email;
    }

    @Override
    public String getLogin() {
        return email;
    }

    @Override
    public String getQualifiedMailboxName() {
        return email;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {
        throw new UnsupportedOperationException("A customer of the sandbox has no password");
    }

    @Override
    public void authenticate(String password) {
        // Whoever asks may read.
    }

    @Override
    public void create() {
        // There is nothing to create.
    }

    @Override
    public void delete() {
        // There is nothing to delete.
    }
}
