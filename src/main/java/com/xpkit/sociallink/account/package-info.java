/**
 * Who may use the API: accounts, and the apps ({@code oauth2app}) that belong to one account and have scopes. The
 * operator, who is not stored, creates accounts.
 *
 * <p>No foreign key binds profiles to their account, because each link would lock the account's one row. {@code
 * LateRowsClearing} deletes what a link commits for an account that was just deleted (docs/adr/0047).
 */
@Layer(Layer.Kind.FEATURE)
package com.xpkit.sociallink.account;

import com.xpkit.sociallink.Layer;
