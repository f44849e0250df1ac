package com.xpkit.sociallink.simulator;

/** A call of the API with the faults that wait for it. */
record FaultyRoute(Route call, FaultQueue faults, ApiErrors errors) implements Route {

    @Override
    public Answer answer(Request request) {
        return errors.instead(
                () ->
                        faults.take()
                                .map(fault -> fault.answer(() -> served(request)))
                                .orElseGet(() -> served(request)));
    }

    // inside the fault, so that a fault can also spoil an error
    private Answer served(Request request) {
        return errors.instead(() -> call.answer(request));
    }
}
