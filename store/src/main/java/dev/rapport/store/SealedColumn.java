package dev.rapport.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A column that holds a person's words or secrets, sealed with their data key.
 *
 * @param rowColumns name a row among the person's
 */
record SealedColumn(String table, String column, List<String> rowColumns) {
  static final SealedColumn SECRET = of("person", "secret");
  static final SealedColumn PAGE = of("page", "doc");
  static final SealedColumn REVISION = of("revision", "doc", "number");
  static final SealedColumn BODY = of("turn", "body", "turn_id");
  static final SealedColumn WHY = of("turn", "why", "turn_id");
  static final SealedColumn TOMBSTONE = of("tombstone", "doc", "tombstone_id");
  static final SealedColumn REPLY = of("journal", "doc", "step", "request_hash");
  static final SealedColumn RESPONSE = of("replay", "body", "api_key", "replay_key");

  /** Every one there is; what is not here is not sealed. */
  static final List<SealedColumn> ALL =
      List.of(SECRET, PAGE, REVISION, BODY, WHY, TOMBSTONE, REPLY, RESPONSE);

  /**
   * One sealed value.
   *
   * @param row names it among the person's
   */
  record Value(List<String> row, byte[] sealed) {}

  private static SealedColumn of(String table, String column, String... rowColumns) {
    return new SealedColumn(table, column, List.of(rowColumns));
  }

  /** "turn.body", for its place. */
  String path() {
    return table + "." + column;
  }

  /** All that a person has of it; rows whose words are gone have none. */
  List<Value> of(PersonRows rows) throws SQLException {
    return rows
        .sql()
        .list(
            "SELECT %s FROM %s WHERE tenant = ? AND user_id = ?".formatted(columns(), table),
            this::value,
            rows.tenant(),
            rows.user())
        .stream()
        .filter(value -> value.sealed().length > 0)
        .toList();
  }

  private String columns() {
    List<String> columns = new ArrayList<>(rowColumns);
    columns.add(column);
    return String.join(", ", columns);
  }

  private Value value(ResultSet row) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= rowColumns.size(); i++) {
      names.add(row.getString(i));
    }
    return new Value(names, row.getBytes(rowColumns.size() + 1));
  }

  /** Seals what was sealed under one key anew under another. */
  void reseal(PersonRows from, PersonRows to) throws SQLException {
    for (Value value : of(from)) {
      byte[] plain = from.open(this, value.sealed(), value.row());
      List<Object> values = new ArrayList<>();
      values.add(to.seal(this, plain, value.row()));
      values.add(to.tenant());
      values.add(to.user());
      values.addAll(equals(REVISION) ? numbers(value.row()) : value.row());
      StringBuilder where = new StringBuilder();
      rowColumns.forEach(name -> where.append(" AND ").append(name).append(" = ?"));
      to.sql()
          .update(
              "UPDATE %s SET %s = ? WHERE tenant = ? AND user_id = ?%s"
                  .formatted(table, column, where),
              values.toArray());
    }
  }

  private static List<Long> numbers(List<String> row) {
    return row.stream().map(Long::valueOf).toList();
  }
}
