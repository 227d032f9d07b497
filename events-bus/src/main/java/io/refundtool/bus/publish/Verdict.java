package io.refundtool.bus.publish;

import java.util.List;

/** What the checks say of one item. */
sealed interface Verdict {

    /** It is valid. */
    record Valid(ValidEvent event) implements Verdict {}

    /**
     * It is not; there is at least one complaint.
     *
     * @param conflict whether all that is wrong is that its id belongs to an event of other content
     */
    record Refused(List<Complaint> complaints, boolean conflict) implements Verdict {

        Refused(List<Complaint> complaints) {
            this(complaints, false);
        }
    }
}
