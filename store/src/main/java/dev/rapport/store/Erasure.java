package dev.rapport.store;

import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import java.sql.SQLException;

/** Takes away everything of a person, and their name out of what stays. */
record Erasure(Sql sql, MasterKey master) {
  private static final String ERASED = "erased";

  void erase(PersonRef person) throws SQLException {
    String tenant = person.tenant().value();
    String user = person.user().value();
    Persons persons = new Persons(sql, person.tenant(), master);
    persons.lock(person.user());
    persons.remove(person.user());
    sql.update("DELETE FROM wake WHERE wake_key = ?", person.key());
    if (person.tenant().equals(TenantId.DEFAULT) && user.indexOf(':') < 0) {
      // Where nobody speaks of tenants, the key of work is the user id alone.
      sql.update("DELETE FROM wake WHERE wake_key = ?", user);
    }
    sql.update("DELETE FROM api_key WHERE tenant = ? AND user_id = ?", tenant, user);
    // The money was spent all the same, and that something was done stays known.
    sql.update(
        "UPDATE ledger SET scope = ?, step = ? WHERE tenant = ? AND scope = ?",
        ERASED,
        ERASED,
        tenant,
        user);
    sql.update(
        "UPDATE audit SET user_id = ?, target = '' WHERE tenant = ? AND user_id = ?",
        master.erasedName(person),
        tenant,
        user);
  }
}
