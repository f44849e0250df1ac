package com.xpkit.sociallink.simulator;

import java.time.Clock;
import java.util.List;

/**
 * How a simulator behaves; {@link #defaults()} is WeChat as it is.
 *
 * @param port the loopback port, 0 for any free one
 * @param anyBrowser also serves the authorise page outside WeChat, for people with a desktop browser
 * @param anyOrder accepts the authorise parameters in any order, as phones mostly do
 * @param callbackTwice lets every browser call back twice at once; only a service of the same site gets its cookie
 *     both times: open simulator and service both as localhost
 * @param shape how userinfo reports visitors without a shape of their own
 * @param people the visitors on the sheet; the first is the default until another one is chosen
 */
public record SimulatorOptions(
        int port,
        Clock clock,
        boolean anyBrowser,
        boolean anyOrder,
        boolean callbackTwice,
        ProfileShape shape,
        List<Visitor> people) {

    public SimulatorOptions {
        people = List.copyOf(people);
        if (people.isEmpty()) {
            throw new IllegalArgumentException("A simulator needs somebody to play the visitor");
        }
    }

    public static SimulatorOptions defaults() {
        return new SimulatorOptions(
                0, Clock.systemUTC(), false, false, false, ProfileShape.SINCE_2021, People.ready());
    }

    public SimulatorOptions port(int other) {
        return new SimulatorOptions(
                other, clock, anyBrowser, anyOrder, callbackTwice, shape, people);
    }

    public SimulatorOptions clock(Clock other) {
        return new SimulatorOptions(
                port, other, anyBrowser, anyOrder, callbackTwice, shape, people);
    }

    public SimulatorOptions withAnyBrowser() {
        return new SimulatorOptions(port, clock, true, anyOrder, callbackTwice, shape, people);
    }

    public SimulatorOptions withAnyOrder() {
        return new SimulatorOptions(port, clock, anyBrowser, true, callbackTwice, shape, people);
    }

    public SimulatorOptions withCallbackTwice() {
        return new SimulatorOptions(port, clock, anyBrowser, anyOrder, true, shape, people);
    }

    public SimulatorOptions shape(ProfileShape other) {
        return new SimulatorOptions(
                port, clock, anyBrowser, anyOrder, callbackTwice, other, people);
    }

    public SimulatorOptions people(List<Visitor> others) {
        return new SimulatorOptions(
                port, clock, anyBrowser, anyOrder, callbackTwice, shape, others);
    }
}
