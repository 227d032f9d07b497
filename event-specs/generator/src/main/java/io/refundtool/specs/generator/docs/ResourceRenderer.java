package io.refundtool.specs.generator.docs;

import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.render.JsonSchemaRenderer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Renders what stands beside the code on the class path: the schemas, the catalogue and the AsyncAPI document. */
public final class ResourceRenderer {

    private ResourceRenderer() {}

    /** The resources by their paths. */
    public static Map<String, String> render(SpecModel model) {
        Map<String, String> files = new LinkedHashMap<>(JsonSchemaRenderer.render(model));
        files.put(Catalogue.RESOURCE, Catalogue.of(model).json());
        files.put(AsyncApiRenderer.RESOURCE, AsyncApiRenderer.render(model));
        return files;
    }
}
