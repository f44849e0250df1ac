/**
 * Lists by what stands inside of documents, whose members nobody has foreseen. A feature keeps the values of
 * a document in rows of its own, each an entity that extends {@link
 * com.xpkit.sociallink.listing.member.Member}, written and erased with what they belong to; a {@link
 * com.xpkit.sociallink.listing.member.MemberIndex} makes any member of such a document a field.
 *
 * <p>Knows {@code listing}. How a value is written is said once, in {@link
 * com.xpkit.sociallink.listing.member.MemberValue}, for who writes and for who looks.
 */
package com.xpkit.sociallink.listing.member;
