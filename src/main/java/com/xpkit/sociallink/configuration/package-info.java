/**
 * Socialauth configurations: a WeChat Official Account with the domains it links visitors for, and the verification files that
 * WeChat asks for and that we serve.
 *
 * <p>{@link com.xpkit.sociallink.configuration.Configurations} is the stored truth for the API. {@link
 * com.xpkit.sociallink.configuration.LiveConfigurations} is what the visitor's way reads, from memory, at most seconds old.
 */
@Layer(value = Layer.Kind.FEATURE, knows = "address")
package com.xpkit.sociallink.configuration;

import com.xpkit.sociallink.Layer;
