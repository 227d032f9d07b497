/** Renders the model as a PHP library: classes, enums and what reads, checks and writes them. */
@NullMarked
package io.refundtool.specs.generator.render.php;

import org.jspecify.annotations.NullMarked;
