/** Tests the generated Go and PHP with the tools of those languages, and skips that, loudly, where they are missing. */
@NullMarked
package io.refundtool.specs.languages;

import org.jspecify.annotations.NullMarked;
