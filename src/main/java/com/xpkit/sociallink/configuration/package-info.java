/**
 * Socialauth configurations: a WeChat Official Account with the domains for which it links visitors, and the
 * verification files that WeChat requests.
 *
 * <p>{@link com.xpkit.sociallink.configuration.Configurations} is what is stored, for the API. {@link
 * com.xpkit.sociallink.configuration.LiveConfigurations} is what the visitor's way reads: from memory, at most a few
 * seconds old.
 */
@Layer(value = Layer.Kind.FEATURE, knows = "address")
package com.xpkit.sociallink.configuration;

import com.xpkit.sociallink.Layer;
