package dev.rapport.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonRefTest {
  @ParameterizedTest
  @ValueSource(strings = {"ann", "ann:b", ":", "a b", "åse"})
  void whateverTheUserIsCalled_theKeyIsReadBack(String user) {
    PersonRef person = new PersonRef(new TenantId("acme-2"), new UserId(user));

    assertThat(person.key()).isEqualTo("acme-2:" + user);
    assertThat(PersonRef.parse(person.key())).isEqualTo(person);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann", ":ann", "acme:", "Acme:ann", "-a:ann", ""})
  void givenNoKey_whenParsed_isRefused(String key) {
    assertThatThrownBy(() -> PersonRef.parse(key)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "A", "a b", "a:b", "a_b", "é", "a/b"})
  void givenNoTenant_isRefusedWithTheValue(String value) {
    assertThatThrownBy(() -> new TenantId(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aUserIdIsOfWholeCharacters() {
    assertThat(new UserId("\ud83d\ude42").value()).hasSize(2);
    assertThatThrownBy(() -> new UserId("ann\ud83d"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("surrogate");
  }

  @Test
  void aTenantHas63CharactersAtMost() {
    assertThat(new TenantId("a".repeat(63)).value()).hasSize(63);
    assertThatThrownBy(() -> new TenantId("a".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64");
  }
}
