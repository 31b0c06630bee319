package dev.rapport.server.proxy;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** The line to a client, below the protocol. */
final class ClientConnection {
  private ClientConnection() {}

  /** Cuts it, so that a reply without its end is not taken for whole. */
  static void cut(Context context) {
    endPoint(context).close();
  }

  private static EndPoint endPoint(Context context) {
    return ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint();
  }
}
