package dev.rapport.memory;

import dev.rapport.model.ReplyListener;

/** Answers a person's question in the light of what their memory recalls. */
public interface Answerer {
  /** As in reports. */
  String name();

  /** Picks the option that suits the person. */
  Choice choose(Query query, Options options, Recall recall);

  /** Answers in words. */
  Reply reply(Query query, Recall recall);

  /** As {@link #reply}, told piece by piece as well. */
  default Reply reply(Query query, Recall recall, ReplyListener listener) {
    Reply reply = reply(query, recall);
    listener.onText(reply.text());
    return reply;
  }
}
