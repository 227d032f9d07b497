package io.refundtool.bus.pages;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the documents that tools read: AsyncAPI for Kafka, OpenAPI for the gateway itself. */
@RestController
final class DocumentsController {

    private final Documents documents;

    DocumentsController(Documents documents) {
        this.documents = documents;
    }

    @GetMapping("/asyncapi.json")
    ResponseEntity<byte[]> asyncApi() {
        return json(documents.asyncApi());
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> openApi() {
        return json(documents.openApi());
    }

    private static ResponseEntity<byte[]> json(byte[] document) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document);
    }
}
