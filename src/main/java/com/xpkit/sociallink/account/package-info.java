/**
 * Who may use the API: accounts, and the apps ({@code oauth2app}) that belong to one account and have scopes. The
 * operator, who is not stored, creates accounts.
 */
@Layer(Layer.Kind.FEATURE)
package com.xpkit.sociallink.account;

import com.xpkit.sociallink.Layer;
