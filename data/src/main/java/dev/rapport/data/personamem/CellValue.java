package dev.rapport.data.personamem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.data.DatasetException;

/** A structured cell: JSON, or else what Python prints. */
final class CellValue {
  private CellValue() {}

  /**
   * @throws DatasetException if it is neither, with the place where Python would stop
   */
  static JsonNode parse(String cell) {
    try {
      JsonNode node = OfficialJson.STRICT.readTree(cell);
      if (!node.isMissingNode()) {
        return node;
      }
    } catch (JsonProcessingException notJson) {
      // Then it may be a Python literal.
    }
    return PythonLiteral.parse(cell);
  }
}
