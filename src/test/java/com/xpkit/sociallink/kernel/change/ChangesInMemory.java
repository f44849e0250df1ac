package com.xpkit.sociallink.kernel.change;

import java.util.ArrayList;
import java.util.List;

/** Keeps the changes that it is told. */
public final class ChangesInMemory extends Changes {

    private final List<Change> told = new ArrayList<>();
    private boolean areHeard = true;

    /** From now on there are no listeners. */
    public void hearNothing() {
        areHeard = false;
    }

    public List<Change> told() {
        return told;
    }

    public List<Change.Action> actions() {
        return told.stream().map(Change::action).toList();
    }

    @Override
    public boolean areHeard(Change.Kind kind) {
        return areHeard;
    }

    @Override
    public void tell(Change change) {
        told.add(change);
    }
}
