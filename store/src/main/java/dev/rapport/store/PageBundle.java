package dev.rapport.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.forget.Tombstone;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.page.PageDiff;
import dev.rapport.page.Revision;
import dev.rapport.person.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A person's page to take away: {@code page.md} to read, {@code page.json} with everything held of
 * them, in a folder or a {@code .zip}.
 *
 * <p>The JSON is what {@code page show --json} prints, and behind it: all revisions, turns not yet
 * read, hashes of those read, tombstones, and the person's key. Without the key a tombstone could
 * recognise nothing, and every conversation would be read again. Whoever has the bundle can test
 * guesses about what was forgotten, so it is to be kept as the page itself.
 */
public final class PageBundle {
  /** What becomes of somebody who is there already. */
  public enum Mode {
    /** There must be nobody. */
    NEW,
    /** They go; what they had forgotten stays forgotten. */
    REPLACE,
    /** They stay, and get the lines they do not have. */
    MERGE
  }

  private final String name;
  private final JsonNode json;
  private final Person person;

  private PageBundle(String name, JsonNode json, Person person) {
    this.name = name;
    this.json = json;
    this.person = person;
  }

  /**
   * Writes a bundle, over an older one if there is one.
   *
   * @param markdown the page for a person to read
   * @param tokens of the Markdown
   * @param cap most tokens it may have
   * @param target a folder, or a file whose name ends with {@code .zip}
   */
  public static void export(
      TenantStore store, UserId user, String markdown, int tokens, int cap, Path target) {
    String json = PersonJson.write(Transfer.of(store.memory()).person(user), tokens, cap);
    try {
      new BundleFile(target).write(markdown, json);
    } catch (IOException e) {
      throw new StoreException(
          "Could not write the bundle %s (%s). Choose another place.".formatted(target, e), e);
    }
  }

  /** The same as an archive, which is not closed. Of the page nothing is left on a disk. */
  public static void export(
      TenantStore store, UserId user, String markdown, int tokens, int cap, OutputStream target)
      throws IOException {
    String json = PersonJson.write(Transfer.of(store.memory()).person(user), tokens, cap);
    BundleFile.write(target, markdown, json);
  }

  /**
   * Reads and checks a bundle.
   *
   * @param source the folder, the archive, or the {@code page.json} alone
   * @throws BundleException if it is none; the message says what is wrong with it
   */
  public static PageBundle read(Path source) {
    try {
      return of(source.toString(), new BundleFile(source).readJson());
    } catch (IOException e) {
      throw new BundleException("Could not read the bundle %s (%s).".formatted(source, e), e);
    }
  }

  /**
   * Reads and checks a bundle that is an archive.
   *
   * @param most bytes that its {@code page.json} may have
   * @throws BundleException if it is none; the message says what is wrong with it
   */
  public static PageBundle read(InputStream archive, long most) {
    try {
      return of("that was sent", BundleFile.readJson(archive, most));
    } catch (IOException e) {
      throw new BundleException("The bundle that was sent is no archive, or a broken one.", e);
    }
  }

  private static PageBundle of(String name, String text) {
    try {
      JsonNode json = Json.parse(text, "Its page.json");
      UserId user = new UserId(Json.string(json, "user"));
      return new PageBundle(name, json, PersonJson.read(json, user));
    } catch (StoreException | IllegalArgumentException | DateTimeException e) {
      throw new BundleException(
          "The bundle %s cannot be imported. %s".formatted(name, e.getMessage()), e);
    }
  }

  /** The page as it was exported. */
  public Page page() {
    return person.page();
  }

  public List<Tombstone> tombstones() {
    return person.tombstones();
  }

  /**
   * Brings the bundle into a store, as one more revision.
   *
   * @param as whose page it becomes
   * @param refused lines that must not come in: what was forgotten here, for instance
   * @param at when
   * @return the page as it then stands
   */
  public Page restore(
      TenantStore store, UserId as, Mode mode, Predicate<Line> refused, Instant at) {
    Person coming = PersonJson.read(json, as);
    Person there = Transfer.of(store.memory()).person(as);
    boolean sameKey = coming.key().hash("").equals(there.key().hash(""));
    return switch (mode) {
      case NEW -> {
        requireNobody(there);
        yield put(store, coming, refused, at);
      }
      case REPLACE -> {
        if (!sameKey && !there.tombstones().isEmpty()) {
          throw notImported(
              "%s has forgotten things here that it could not recognise. Erase %s first"
                  .formatted(as, as));
        }
        yield put(store, coming.withForgottenOf(there), refused, at);
      }
      case MERGE -> {
        if (!sameKey && !coming.tombstones().isEmpty()) {
          throw notImported(
              "It has forgotten things that %s's key cannot recognise. Replace %s instead"
                  .formatted(as, as));
        }
        yield put(store, sameKey ? there.withForgottenOf(coming) : there, coming, refused, at);
      }
    };
  }

  private void requireNobody(Person there) {
    if (!there.isNew()) {
      UserId as = there.page().user();
      throw notImported("There is a page of %s already. Replace it or merge".formatted(as));
    }
  }

  private BundleException notImported(String why) {
    return new BundleException("The bundle %s was not imported. %s.".formatted(name, why));
  }

  private static Page put(TenantStore store, Person coming, Predicate<Line> refused, Instant at) {
    Page page = coming.page();
    List<Line> lines = page.lines().stream().filter(refused.negate()).toList();
    return put(store, coming, page.next(lines, page.nextLine()), refused, at);
  }

  private static Page put(
      TenantStore store, Person there, Person coming, Predicate<Line> refused, Instant at) {
    List<Line> lines = new ArrayList<>(there.page().lines());
    Set<String> known = new LinkedHashSet<>();
    lines.forEach(line -> known.add(line.text()));
    int next = there.page().nextLine();
    for (Line line : coming.page().lines()) {
      if (!refused.test(line) && known.add(line.text())) {
        lines.add(Line.of(LineId.of(next++), line.draft(), line.author(), line.pinned()));
      }
    }
    return put(store, there, there.page().next(lines, next), refused, at);
  }

  private static Page put(
      TenantStore store, Person person, Page page, Predicate<Line> refused, Instant at) {
    Revision imported =
        new Revision(
            page.revision(),
            at,
            new Revision.Cause(Revision.Kind.IMPORTED, "bundle"),
            PageDiff.between(person.page(), page),
            page);
    Transfer.of(store.memory()).replace(person.with(imported), refused);
    return page;
  }
}
