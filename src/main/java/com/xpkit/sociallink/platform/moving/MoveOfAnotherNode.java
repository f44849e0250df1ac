package com.xpkit.sociallink.platform.moving;

/** Another node moves into the same database at the moment, or has just done so. */
final class MoveOfAnotherNode extends RuntimeException {}
