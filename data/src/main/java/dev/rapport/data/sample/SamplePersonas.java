package dev.rapport.data.sample;

import dev.rapport.data.DatasetException;
import dev.rapport.data.internal.TextFile;
import java.nio.file.Path;
import java.util.List;

/** The sample personas: which there are, and each of them in full. Safe for several threads. */
public final class SamplePersonas {
  private static final int DEVELOPMENT_PERSONAS = 16;

  private final SampleFiles files;

  private SamplePersonas(SampleFiles files) {
    this.files = files;
  }

  /** The 32 personas that come with Rapport. */
  public static SamplePersonas shipped() {
    return new SamplePersonas(new ShippedFiles());
  }

  /** Personas of the same layout in a folder: {@code pNN.json}, and twins and fillers if any. */
  public static SamplePersonas in(Path folder) {
    return new SamplePersonas(new FolderFiles(folder));
  }

  /** All ids in order, {@code p01} first. */
  public List<String> ids() {
    return files.personaIds();
  }

  /** The half that rules and weights may be tuned on, p01 to p16 as shipped. */
  public List<String> developmentIds() {
    List<String> ids = ids();
    return ids.subList(0, Math.min(DEVELOPMENT_PERSONAS, ids.size()));
  }

  /** The half that reports are about, p17 to p32 as shipped; looked at once per report. */
  public List<String> reportedIds() {
    List<String> ids = ids();
    return ids.subList(Math.min(DEVELOPMENT_PERSONAS, ids.size()), ids.size());
  }

  /**
   * @throws DatasetException if there is no such persona, or its files are malformed
   */
  public SamplePersona load(String id) {
    if (!ids().contains(id)) {
      throw new DatasetException(
          "persona \"%s\": there is no such one in %s. Take one of %s."
              .formatted(id, files.place(), ids()));
    }
    return PersonaReader.read(files, id);
  }

  /** Neutral dialogues to pad a history with. */
  public List<Filler> fillers() {
    return FillerReader.read(files);
  }

  /** Neutral dialogues of a file of the same schema as the shipped {@code fillers.json}. */
  public static List<Filler> fillersIn(Path file) {
    return FillerReader.read(file.toString(), TextFile.read(file));
  }
}
