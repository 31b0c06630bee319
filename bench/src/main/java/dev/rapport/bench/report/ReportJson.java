package dev.rapport.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Records as JSON with keys in the order of the record, and numbers rounded to six places, so that
 * the last bits of a sum change no byte.
 */
public final class ReportJson {
  private static final int PLACES = 6;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .addModule(new SimpleModule().addSerializer(double.class, new Rounded()))
          .addModule(new SimpleModule("boxed").addSerializer(Double.class, new Rounded()))
          .build();

  private ReportJson() {}

  /** On several lines, for people who look into it. */
  public static String pretty(Object value) {
    try {
      return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new ReportException("a report cannot be written as JSON", e);
    }
  }

  /**
   * On one line, safe within a {@code script} element: no sign in it can end the element, open a
   * comment, or end a line of JavaScript.
   */
  public static String embedded(Object value) {
    try {
      return MAPPER
          .writeValueAsString(value)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new ReportException("a report cannot be written as JSON", e);
    }
  }

  private static final class Rounded extends StdSerializer<Double> {
    private static final long serialVersionUID = 1L;

    Rounded() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      BigDecimal rounded =
          BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_EVEN).stripTrailingZeros();
      json.writeNumber(rounded.signum() == 0 ? BigDecimal.ZERO : rounded);
    }
  }
}
