/**
 * Who acts ({@link com.xpkit.sociallink.kernel.Actor}) and what they may do ({@link
 * com.xpkit.sociallink.kernel.RequiresScope}). Three interfaces let features meet without knowing each other: {@link
 * com.xpkit.sociallink.kernel.AccountDirectory} says whether an account exists, {@link
 * com.xpkit.sociallink.kernel.HeldByAccount} what is lost with it, {@link com.xpkit.sociallink.kernel.PersonalData} what other
 * features keep about a profile.
 */
@Layer(Layer.Kind.KERNEL)
package com.xpkit.sociallink.kernel;

import com.xpkit.sociallink.Layer;
