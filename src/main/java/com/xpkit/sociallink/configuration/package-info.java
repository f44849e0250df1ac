/**
 * Socialauth configurations: a WeChat Official Account with the domains it links visitors for, and the
 * verification files that WeChat asks for and that we serve.
 *
 * <p>{@link com.xpkit.sociallink.configuration.Configurations} is the stored truth for the API,
 * {@link com.xpkit.sociallink.configuration.LiveConfigurations} what the visitor's way reads, from memory
 * and seconds old at most. Knows {@code address}, {@code api}, {@code listing}, {@code quota}, {@code sealing},
 * {@code storage}; no other feature.
 */
package com.xpkit.sociallink.configuration;
