package dev.rapport.store;

import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import java.time.Clock;

/**
 * One tenant's view of a store.
 *
 * @param tokenizer names the counter of pages nobody has written on
 * @param clock says when turns arrive
 */
record Tenancy(TenantId tenant, MasterKey master, String tokenizer, Clock clock) {
  Persons persons(Sql sql) {
    return new Persons(sql, tenant, master);
  }

  PersonRef person(UserId user) {
    return new PersonRef(tenant, user);
  }
}
