/** What the specs say, in no programming language's terms; every target language is rendered from it. */
@NullMarked
package io.refundtool.specs.generator.model;

import org.jspecify.annotations.NullMarked;
