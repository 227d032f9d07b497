package io.refundtool.notifications.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An SMTP server on a real socket that answers as it is told, for what a well-behaved one would never do. Answers are set by
 * the start of a command ({@code RCPT}, {@code DATA}, {@code .} for the end of the mail); {@link #HANG_UP} and {@link
 * #SILENCE} are answers too.
 */
public final class ScriptedSmtpServer implements AutoCloseable {
    public static final String HANG_UP = "hang up";
    public static final String SILENCE = "silence";

    private static final Map<String, String> USUAL =
            Map.of("QUIT", "221 bye", "DATA", "354 go on", ".", "250 2.0.0 taken as q-1");

    private final ServerSocket listener;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final Thread door;

    private ScriptedSmtpServer(ServerSocket listener) {
        this.listener = listener;
        this.door = Thread.ofPlatform().daemon().unstarted(this::accept);
    }

    /** Listens on any free port. */
    public static ScriptedSmtpServer start() {
        try {
            ScriptedSmtpServer server =
                    new ScriptedSmtpServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            server.door.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Answers commands that begin like this in that way, from now on. */
    public ScriptedSmtpServer answer(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** Answers in the usual way again. */
    public void behave() {
        answers.clear();
    }

    /** Hangs up on everybody, now and as soon as they dial again. */
    public void goAway() {
        answers.put("greeting", HANG_UP);
        connections.forEach(ScriptedSmtpServer::close);
    }

    /** As new: behaves and has no mails. */
    public void reset() {
        behave();
        mails.clear();
    }

    /** The mails taken so far, headers and text as they came. */
    public List<String> mails() {
        return mails;
    }

    public int connections() {
        return connections.size();
    }

    /** Closes the port and hangs up; whoever dials afterwards is refused. */
    @Override
    public void close() {
        close(listener);
        awaitDoorShut();
        connections.forEach(ScriptedSmtpServer::close);
    }

    /** The kernel keeps a listening socket open, and lets callers in, for as long as a thread is inside its accept. */
    private void awaitDoorShut() {
        try {
            door.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listener.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> talk(connection));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void talk(Socket connection) {
        try (connection;
                BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
                Writer out = new OutputStreamWriter(connection.getOutputStream(), UTF_8)) {
            boolean open = say(out, answerTo("greeting", "220 scripted"));
            while (open) {
                String command = in.readLine();
                open = command != null && answer(command, in, out);
            }
        } catch (IOException e) {
            // The other side went away.
        }
    }

    private boolean answer(String command, BufferedReader in, Writer out) throws IOException {
        String answer = answerTo(command, "250 ok");
        boolean open = say(out, answer);
        if (command.equals("DATA") && answer.startsWith("354")) {
            String mail = readMail(in);
            String verdict = answerTo(".", "250 ok");
            if (verdict.startsWith("250") || verdict.equals(HANG_UP)) {
                mails.add(mail);
            }
            return say(out, verdict);
        }
        return open && !command.equals("QUIT");
    }

    private static String readMail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static boolean say(Writer out, String answer) throws IOException {
        if (answer.equals(SILENCE)) {
            return true;
        }
        if (answer.equals(HANG_UP)) {
            return false;
        }
        out.write(answer + "\r\n");
        out.flush();
        return true;
    }

    private String answerTo(String command, String usual) {
        return answers.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> USUAL.getOrDefault(command, usual));
    }
}
