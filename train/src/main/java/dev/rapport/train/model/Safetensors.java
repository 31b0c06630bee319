package dev.rapport.train.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.train.TrainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The weights of a model's folder: {@code model.safetensors}, or the shards that {@code
 * model.safetensors.index.json} names. Files are mapped, not read; close it when the weights are
 * taken.
 */
public final class Safetensors implements AutoCloseable {
  static final String SINGLE = "model.safetensors";
  static final String INDEX = "model.safetensors.index.json";

  private final Path folder;
  private final SequencedMap<Path, SafetensorsFile> files = new LinkedHashMap<>();
  private final SequencedMap<String, Path> places = new LinkedHashMap<>();

  private Safetensors(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens a model's folder.
   *
   * @throws TrainException when files are missing or damaged; names file and place
   */
  public static Safetensors open(Path folder) {
    var weights = new Safetensors(folder);
    try {
      if (Files.exists(folder.resolve(INDEX))) {
        weights.openShards();
      } else {
        weights.openFile(folder.resolve(SINGLE));
      }
      return weights;
    } catch (TrainException e) {
      weights.close();
      throw e;
    }
  }

  private void openFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new TrainException(
          "%s does not exist; a model's folder holds %s, or %s and the files it names"
              .formatted(file, SINGLE, INDEX));
    }
    var opened = SafetensorsFile.open(file);
    files.put(file, opened);
    opened.tensors().keySet().forEach(name -> places.put(name, file));
  }

  private void openShards() {
    Path index = folder.resolve(INDEX);
    JsonNode map;
    try {
      map = new ObjectMapper().readTree(Files.readString(index)).path("weight_map");
    } catch (JsonProcessingException e) {
      throw new TrainException("%s is not JSON: %s".formatted(index, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new TrainException("cannot read %s".formatted(index), e);
    }
    if (!map.isObject() || map.isEmpty()) {
      throw new TrainException(
          "%s has no weight_map; it tells which file holds which tensor".formatted(index));
    }
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      String shard = entry.getValue().asText();
      if (!shard.endsWith(".safetensors")
          || shard.chars().anyMatch(c -> c < ' ' || "/\\:".indexOf(c) >= 0)) {
        throw new TrainException(
            "%s: weight_map puts %s into %s; must be a safetensors file of the same folder"
                .formatted(index, entry.getKey(), entry.getValue()));
      }
      Path file = folder.resolve(shard);
      if (!files.containsKey(file)) {
        openFile(file);
      }
      if (!file.equals(places.get(entry.getKey()))) {
        throw new TrainException(
            "%s: weight_map puts %s into %s, which does not hold it"
                .formatted(index, entry.getKey(), shard));
      }
    }
  }

  /** Names of all tensors, in the files' order. */
  public Set<String> names() {
    return places.sequencedKeySet();
  }

  /**
   * A tensor's numbers, widened to 32 bits.
   *
   * @param shape what it must be
   * @throws TrainException when there is none of that name and shape
   */
  public float[] floats(String name, List<Integer> shape) {
    TensorInfo info = find(name, shape);
    return Objects.requireNonNull(files.get(places.get(name))).floats(info);
  }

  /**
   * Looks whether a tensor is there, and reads no number of it.
   *
   * @throws TrainException when there is none of that name and shape
   */
  public void require(String name, List<Integer> shape) {
    find(name, shape);
  }

  private TensorInfo find(String name, List<Integer> shape) {
    TensorInfo info = info(name);
    if (!info.shape().equals(shape)) {
      throw new TrainException(
          "%s: tensor %s has shape %s, but config.json makes it %s"
              .formatted(places.get(name), name, info.shape(), shape));
    }
    return info;
  }

  /**
   * How a tensor is stored.
   *
   * @throws TrainException when there is none of that name
   */
  TensorInfo info(String name) {
    Path place = places.get(name);
    if (place == null) {
      throw new TrainException(
          "%s holds no tensor %s, which its config.json asks for".formatted(folder, name));
    }
    SafetensorsFile file = Objects.requireNonNull(files.get(place));
    return Objects.requireNonNull(file.tensors().get(name));
  }

  @Override
  public void close() {
    files.values().forEach(SafetensorsFile::close);
    files.clear();
  }
}
