package dev.rapport.train.replica;

import dev.rapport.train.java.JavaEngines;

/** The engine in plain Java, over plain sockets. */
final class SocketReplicasLawTest extends ReplicasLaw {
  SocketReplicasLawTest() {
    super(new JavaEngines());
  }
}
