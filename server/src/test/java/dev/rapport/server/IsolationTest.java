package dev.rapport.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.store.ApiKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Keys that try to cross, on every route there is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationTest {
  private static final String SECRET = "My cat is called Marzipan.";

  private TestServer server;
  private String admin;
  private String ofAna;
  private String ofBert;
  private String ofOther;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    server = TestServer.withKeys(folder);
    admin = bearer(server.key("default", new ApiKey.Scope.Admin()));
    ofAna = bearer(server.key("default", new ApiKey.Scope.Person(new UserId("ana"))));
    ofBert = bearer(server.key("default", new ApiKey.Scope.Person(new UserId("bert"))));
    ofOther = bearer(server.key("other", new ApiKey.Scope.Tenant()));
    assertThat(
            server
                .post(
                    "/v1/people/ana/lines",
                    "{\"text\":\"%s\"}".formatted(SECRET),
                    "Authorization",
                    ofAna)
                .status())
        .isEqualTo(201);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static String bearer(String secret) {
    return "Bearer " + secret;
  }

  /** Method and template of each route below /v1, but signing in. */
  private List<String> routes() {
    return server.server().routes().stream()
        .filter(route -> route.contains(" /v1/") && !route.equals("POST /v1/session"))
        .toList();
  }

  private TestServer.Reply send(String route, String user, String... headers) throws Exception {
    String method = route.substring(0, route.indexOf(' '));
    String path =
        route
            .substring(route.indexOf(' ') + 1)
            .replace("{user}", user)
            .replace("{id}", "l1")
            .replace("{number}", "1");
    String query =
        switch (route) {
          case "DELETE /v1/people/{user}" -> "?confirm=" + user;
          case "GET /v1/people/{user}/recall" -> "?query=cat";
          case "POST /v1/people/{user}/import" -> "?mode=replace";
          default -> "";
        };
    return server.send(method, path + query, method.equals("GET") ? "" : "{}", headers);
  }

  private List<String> failing(String user, int status, List<String> routes, String... headers)
      throws Exception {
    List<String> wrong = new ArrayList<>();
    for (String route : routes) {
      TestServer.Reply reply = send(route, user, headers);
      if (reply.status() != status || reply.body().contains("Marzipan")) {
        wrong.add("%s: %d %s".formatted(route, reply.status(), reply.body()));
      }
    }
    return wrong;
  }

  @Test
  void givenNoKey_onEveryRoute_nobodyIsLetIn() throws Exception {
    assertThat(routes()).hasSizeGreaterThan(30);
    assertThat(failing("ana", 401, routes())).isEmpty();
    assertThat(server.send("HEAD", "/v1/people/ana/page", "").status()).isEqualTo(401);
  }

  @Test
  void givenAKeyThatIsNone_onEveryRoute_nobodyIsLetIn() throws Exception {
    for (String header : List.of("Bearer rpt_wrong", "Basic YW5hOmFuYQ==", "Bearer ", "x")) {
      assertThat(failing("ana", 401, routes(), "Authorization", header)).isEmpty();
    }
  }

  @Test
  void givenARevokedKey_nobodyIsLetIn() throws Exception {
    var issued =
        server
            .rapport()
            .store()
            .apiKeys()
            .create(TenantId.DEFAULT, new ApiKey.Scope.Admin(), Instant.now(), ApiKey.NEVER);
    assertThat(server.get("/v1/people", "Authorization", bearer(issued.secret())).status())
        .isEqualTo(200);

    server.rapport().store().apiKeys().revoke(issued.key().id(), Instant.now());

    assertThat(failing("ana", 401, routes(), "Authorization", bearer(issued.secret()))).isEmpty();
  }

  @Test
  void givenAnotherPersonsKey_onEveryRouteOfAPerson_thereIsNoSuchPerson() throws Exception {
    List<String> personal = routes().stream().filter(route -> route.contains("{user}")).toList();

    assertThat(failing("ana", 404, personal, "Authorization", ofBert)).isEmpty();
    assertThat(failing("nobody", 404, personal, "Authorization", ofBert)).isEmpty();
    TestServer.Reply there = server.get("/v1/people/ana", "Authorization", ofBert);
    TestServer.Reply absent = server.get("/v1/people/nobody", "Authorization", ofBert);
    assertThat(withoutNumber(there)).isEqualTo(withoutNumber(absent));
  }

  private static String withoutNumber(TestServer.Reply reply) {
    return reply.body().replaceFirst("urn:[^\"]*", "");
  }

  @Test
  void givenAPersonsKey_onEveryRouteOfTheTenant_itIsNotAllowed() throws Exception {
    List<String> common =
        routes().stream()
            .filter(route -> !route.contains("{user}") && !route.contains("/v1/session"))
            .toList();

    assertThat(failing("ana", 403, common, "Authorization", ofAna)).isEmpty();
  }

  @Test
  void givenAnotherTenantsKey_onEveryRoute_theirPeopleAreNotTouched() throws Exception {
    for (String route : routes()) {
      for (String[] headers :
          new String[][] {
            {"Authorization", ofOther},
            {"Authorization", ofOther, "X-Rapport-Tenant", "default"}
          }) {
        assertThat(send(route, "ana", headers).body()).as(route).doesNotContain("Marzipan");
      }
    }
    assertThat(server.get("/v1/people/ana/page", "Authorization", ofAna).body()).contains(SECRET);
  }

  @Test
  void givenATenantsKey_whenItMakesOrTakesAnAdministratorsKey_isRefused() throws Exception {
    var ours =
        server
            .rapport()
            .store()
            .apiKeys()
            .create(new TenantId("other"), new ApiKey.Scope.Admin(), Instant.now(), ApiKey.NEVER);
    String path = "/v1/keys/" + ours.key().id();

    assertThat(server.post("/v1/keys", "{\"scope\":\"ADMIN\"}", "Authorization", ofOther).status())
        .isEqualTo(403);
    assertThat(server.send("DELETE", path, "", "Authorization", ofOther).status()).isEqualTo(404);
    assertThat(server.post(path + "/rotate", "", "Authorization", ofOther).status()).isEqualTo(404);
    assertThat(server.get("/v1/keys", "Authorization", ofOther).body())
        .doesNotContain(ours.key().id());
  }

  @Test
  void givenAnAdministrator_whenATenantIsNamed_seesThatTenant() throws Exception {
    assertThat(server.get("/v1/people", "Authorization", admin).body()).contains("ana");
    assertThat(
            server
                .get("/v1/people", "Authorization", admin, "X-Rapport-Tenant", "third")
                .json()
                .path("people"))
        .isEmpty();
  }

  @Test
  void whateverWasAsked_theLogNamesNobodyAndNoKey() throws Exception {
    server.get("/v1/people/ana/recall?query=Marzipan", "Authorization", ofAna);

    assertThat(server.log())
        .contains("/v1/people/{user}/recall")
        .doesNotContain("Marzipan", "people/ana", ofAna.substring(7));
    assertThat(server.get("/metrics", "Authorization", admin).body())
        .contains("/v1/people/{user}/recall")
        .doesNotContain("people/ana");
  }
}
