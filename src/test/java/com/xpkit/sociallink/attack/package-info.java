/**
 * Sends the worst requests of one tenant, many at once, while another account's visitors link ({@code bench/attack}):
 * the packaged WAR on one server as the tests install it, with an operator's options of the JVM, and any of the
 * databases.
 */
package com.xpkit.sociallink.attack;
