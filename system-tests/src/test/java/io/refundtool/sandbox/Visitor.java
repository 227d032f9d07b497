package io.refundtool.sandbox;

import io.refundtool.sandbox.system.SystemPorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** A person at the keyboard, with a browser and curl. */
final class Visitor implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final SystemPorts ports;

    Visitor(SystemPorts ports) {
        this.ports = ports;
    }

    String token(String writer) throws IOException, InterruptedException {
        HttpRequest request = request(ports.atol(), "/tokens/" + writer).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /** The status of publishing an empty batch. */
    int publishNothing(String type, String token) throws IOException, InterruptedException {
        return status(request(ports.eventsBus(), "/event-types/" + type + "/events")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("[]")));
    }

    /** The status of a page of the gateway, without a token. */
    int look(String path) throws IOException, InterruptedException {
        return status(request(ports.eventsBus(), path));
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    @Override
    public void close() {
        http.close();
    }
}
