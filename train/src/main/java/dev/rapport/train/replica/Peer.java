package dev.rapport.train.replica;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Another process at the other end of a socket. */
final class Peer {
  /** How long one may be silent, in milliseconds: half an hour, as torch.distributed has it. */
  private static final int PATIENCE = 30 * 60 * 1000;

  private final int rank;
  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  Peer(int rank, Socket socket) throws IOException {
    this.rank = rank;
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setKeepAlive(true);
    socket.setSoTimeout(PATIENCE);
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
  }

  int rank() {
    return rank;
  }

  /** All are there. */
  void welcome() throws IOException {
    out.writeBoolean(true);
    out.flush();
  }

  void awaitWelcome() throws IOException {
    try {
      in.readBoolean();
    } catch (EOFException e) {
      throw new IOException("sent away", e);
    }
  }

  void send(byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }

  /** Fills the array. */
  void receive(byte[] bytes) throws IOException {
    try {
      int length = in.readInt();
      if (length != bytes.length) {
        throw new IOException(
            "it tells %d bytes where %d are expected: is it of the same build and run?"
                .formatted(length, bytes.length));
      }
      in.readFully(bytes);
    } catch (EOFException e) {
      throw new IOException("its connection ended", e);
    } catch (SocketTimeoutException e) {
      throw new IOException("nothing came for %d minutes".formatted(PATIENCE / 60_000), e);
    }
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("a socket that cannot be closed", e);
    }
  }
}
