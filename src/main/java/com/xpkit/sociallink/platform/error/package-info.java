/**
 * The refusals of the API, each an exception that says what is wrong, and how they quote values from outside. {@code
 * platform.rest} turns them into answers.
 */
@Layer(Layer.Kind.PLATFORM)
package com.xpkit.sociallink.platform.error;

import com.xpkit.sociallink.Layer;
