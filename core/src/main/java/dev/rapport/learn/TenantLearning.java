package dev.rapport.learn;

/**
 * What learning needs of one tenant.
 *
 * @param learner over the memory
 * @param memory of the tenant's people
 * @param spending from the tenant's ledger
 */
public record TenantLearning(Learner learner, MemoryStore memory, Spending spending) {}
