/** Renders the model for people and for tools: a page in Markdown, a catalogue for the registry, an AsyncAPI document. */
@NullMarked
package io.refundtool.specs.generator.docs;

import org.jspecify.annotations.NullMarked;
