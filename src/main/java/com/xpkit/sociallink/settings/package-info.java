/**
 * How settings are read. MicroProfile Config delivers the text, this package turns it into types and
 * tells, by name, which setting is wrong. Each feature has a bean of its own, {@code …Settings}, that
 * {@link com.xpkit.sociallink.settings.CheckedSettings} marks for the start to check.
 *
 * <p>Knows {@code address}, for the hosts that all read alike; everybody may know it.
 */
package com.xpkit.sociallink.settings;
