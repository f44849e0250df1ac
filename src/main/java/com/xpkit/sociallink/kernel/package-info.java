/**
 * Who acts ({@link com.xpkit.sociallink.kernel.Actor}) and what they may do ({@link
 * com.xpkit.sociallink.kernel.RequiresScope}) to which resources ({@link com.xpkit.sociallink.kernel.Owned}). Three
 * interfaces connect features that do not know each other: {@link com.xpkit.sociallink.kernel.AccountDirectory} knows
 * which accounts exist, {@link com.xpkit.sociallink.kernel.HeldByAccount} is data that belongs to an account, and {@link
 * com.xpkit.sociallink.kernel.PersonalData} is what other features store about a profile.
 */
@Layer(Layer.Kind.KERNEL)
package com.xpkit.sociallink.kernel;

import com.xpkit.sociallink.Layer;
