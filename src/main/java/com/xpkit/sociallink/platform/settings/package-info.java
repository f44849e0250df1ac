/**
 * How settings are read. MicroProfile Config delivers the text, and this package turns it into types and names the
 * setting that is wrong. Each feature has its own bean, {@code …Settings}; it implements {@link
 * com.xpkit.sociallink.platform.settings.CheckedSettings} to be checked at the start.
 */
@Layer(Layer.Kind.PLATFORM)
package com.xpkit.sociallink.platform.settings;

import com.xpkit.sociallink.Layer;
