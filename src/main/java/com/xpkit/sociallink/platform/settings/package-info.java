/**
 * How settings are read. MicroProfile Config delivers the text. This package turns it into types and names the setting
 * that is wrong. Each feature has its own bean, {@code …Settings}, which {@link
 * com.xpkit.sociallink.platform.settings.CheckedSettings} marks for a check at the start.
 */
@Layer(Layer.Kind.PLATFORM)
package com.xpkit.sociallink.platform.settings;

import com.xpkit.sociallink.Layer;
