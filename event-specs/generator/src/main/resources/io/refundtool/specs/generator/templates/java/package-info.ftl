// Generated from the specs: change ${source}, not this file.
/** ${purpose} */
@NullMarked
package ${package};

import org.jspecify.annotations.NullMarked;
