/**
 * How much an account may have at the same time: jobs, waiting webhooks, apps, configurations, domains, bytes. What the
 * operator creates counts like everything else in the account. Visitors' links are never refused. The caller, or {@link
 * com.xpkit.sociallink.kernel.quota.CountedData}, says how much an account has.
 */
@Layer(Layer.Kind.KERNEL)
package com.xpkit.sociallink.kernel.quota;

import com.xpkit.sociallink.Layer;
