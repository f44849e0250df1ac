/**
 * What the service adds to the start of a server and to its memory ({@code bench/start}): the packaged WAR and empty
 * ones in turn, on one server as the tests install it, with an operator's options of the JVM.
 */
package com.xpkit.sociallink.start;
