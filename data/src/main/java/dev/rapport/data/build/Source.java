package dev.rapport.data.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A persona to build histories of, whatever files it came from.
 *
 * @param number as in the official layout's names
 * @param name as messages name it
 * @param profile gold, as JSON
 * @param rawName name of the raw persona file
 * @param raw the raw persona file in the official schema
 * @param pieces in the source's order
 */
record Source(
    int number,
    String name,
    String shortPersona,
    String profile,
    String rawName,
    String raw,
    List<Piece> pieces,
    List<Item> items,
    List<TwinPiece> twins) {
  Source {
    pieces = List.copyOf(pieces);
    items = List.copyOf(items);
    twins = List.copyOf(twins);
  }

  Map<String, Piece> piecesById() {
    Map<String, Piece> byId = new LinkedHashMap<>();
    pieces.forEach(piece -> byId.put(piece.id(), piece));
    return byId;
  }

  Item item(String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
  }
}
