/** Social Link. */
package com.xpkit.sociallink;
