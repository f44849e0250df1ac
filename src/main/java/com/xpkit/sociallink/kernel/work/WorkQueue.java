package com.xpkit.sociallink.kernel.work;

/** Where features leave work that must be done soon, once, on any node. */
public interface WorkQueue {

    /**
     * Stores the task. It begins after the caller's transaction, or at once if there is none.
     *
     * @param info a sentence for people, without personal data: {@code 3 profiles will be created.} At
     *     most 1024 characters
     * @throws RuntimeException a refusal that names {@code webhook_url} when no webhook can be called there
     */
    Ticket submit(Work work, Task task, String info);
}
