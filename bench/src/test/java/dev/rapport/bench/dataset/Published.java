package dev.rapport.bench.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Small data sets in the published layouts, all words made up. Words that only annotators wrote
 * begin with GOLD, so that a leak is easy to see.
 */
final class Published {
  private Published() {}

  static Path file(Path folder, String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path prefEval(Path folder) {
    String question = "\"question\":\"What should we eat on Friday?\",\"explanation\":\"GOLD why\"";
    String liked = "\"preference\":\"I never eat fish.\"";
    file(
        folder,
        "mcq_options/food.json",
        """
        [{"preference":"GOLD worded otherwise",%s,
          "classification_task_options":["Lentils.","Sushi.","Trout.","Fish and chips."]}]
        """
            .formatted(question));
    file(folder, "explicit_preference/food.json", "[{%s,%s}]".formatted(liked, question));
    file(
        folder,
        "implicit_preference/choice-based/food.json",
        """
        [{"preference":"GOLD no fish",%s,"implicit_query":"Where to?","options":["GOLD Veggie bar"],
          "conversation":{"query":"Where shall we go?","assistant_options":"1. Fish inn 2. Bean bar",
          "user_selection":"The bean bar.","assistant_acknowledgment":"Booked."},
          "aligned_op":"GOLD Bean bar"}]
        """
            .formatted(question));
    file(
        folder,
        "implicit_preference/persona-driven/food.json",
        """
        [{"preference":"I never eat fish.",%s,"persona":"GOLD a sailor",
          "conversation":{"0":{"user":"A poem on the sea?","assistant":"Waves."},
          "1":{"user":"Nice! By the way, I never eat fish.","assistant":"Noted."}}}]
        """
            .formatted(question));
    file(
        folder,
        "filtered_inter_turns.json",
        """
        [{"conversation_id":"x1","model":"m","conversation":[
           {"content":"Sort a list?","role":"user"},{"content":"Use sort.","role":"assistant"},
           {"content":"Thanks.","role":"user"},{"content":"Sure.","role":"assistant"}],"turn":2},
         {"conversation_id":"x2","model":"m","conversation":[
           {"content":"What is lava?","role":"user"},{"content":"Rock.","role":"assistant"}],"turn":1}]
        """);
    return folder;
  }

  static Path locomo(Path folder) {
    file(
        folder,
        "locomo10.json",
        """
        [{"sample_id":"conv-1",
          "conversation":{"speaker_a":"Ana","speaker_b":"Bo",
            "session_2_date_time":"12:05 am on 1 June, 2023",
            "session_2":[{"speaker":"Bo","dia_id":"D2:1","text":"I sold the boat."}],
            "session_10_date_time":"9:00 am on 2 June, 2023",
            "session_10":[{"speaker":"Ana","dia_id":"D10:1","text":"Bye."}],
            "session_1_date_time":"1:56 pm on 8 May, 2023",
            "session_1":[
              {"speaker":"Ana","dia_id":"D1:1","text":"Hello Bo!"},
              {"speaker":"Bo","dia_id":"D1:2","text":"Look:","img_url":["http://x/1.jpg"],
               "blip_caption":"a photo of a boat","query":"GOLD boat search"}],
            "session_3_date_time":"9:00 am on 3 June, 2023"},
          "qa":[
            {"question":"What did Bo sell?","answer":"his boat","evidence":["D2:1; D01:02 D8:8"],"category":1},
            {"question":"When did they meet?","answer":2023,"evidence":["D:1:1","D"],"category":2},
            {"question":"Is Bo a sailor?","answer":"Likely; GOLD he has a boat","evidence":[],"category":3},
            {"question":"Who greets?","answer":"Ana","evidence":["D9:9"],"category":4},
            {"question":"What did Ana sell?","adversarial_answer":"GOLD her car","evidence":["D2:1"],
             "category":5}],
          "event_summary":{"events_session_1":{"Ana":["GOLD event"]}},
          "observation":{"o":"GOLD observation"},
          "session_summary":{"s":"GOLD summary"}}]
        """);
    return folder;
  }

  static Path longMemEval(Path folder) {
    file(
        folder,
        "longmemeval_s.json",
        """
        [{"question_id":"q1","question_type":"multi-session","question":"How many mugs have I?",
          "answer":3,"question_date":"2023/06/01 (Thu) 10:00",
          "haystack_dates":["2023/05/21 (Sun) 09:00","2023/05/20 (Sat) 02:21"],
          "haystack_session_ids":["answer_GOLD_1","sharegpt_2"],
          "haystack_sessions":[
            [{"role":"user","content":"I bought a second and a third mug.","has_answer":true},
             {"role":"assistant","content":"Lovely.","has_answer":false}],
            [{"role":"user","content":"My first mug is blue – “très” blue.","has_answer":true},
             {"role":"assistant","content":""}]],
          "answer_session_ids":["answer_GOLD_1"]},
         {"haystack_sessions":[[{"role":"user","content":"Hi."}]],
          "haystack_dates":["2023/05/20 (Sat) 02:21"],"haystack_session_ids":["u"],
          "question_id":"q2_abs","question_type":"single-session-user","question":"My cat's name?",
          "answer":"GOLD never told","question_date":"2023/06/01 (Thu) 10:00",
          "answer_session_ids":["u"]},
         {"question_id":"q3","question_type":"single-session-preference","question":"A film?",
          "answer":"GOLD would like westerns","question_date":"2023/06/01 (Thu) 10:00",
          "haystack_dates":[],"haystack_session_ids":[],"haystack_sessions":[],
          "answer_session_ids":[]}]
        """);
    return folder;
  }

  static Path personaMemV1(Path folder) {
    String header =
        "persona_id,question_id,question_type,topic,context_length_in_tokens,"
            + "distance_to_ref_in_tokens,user_question_or_message,correct_answer,all_options,"
            + "shared_context_id,end_index_in_shared_context\n";
    String options = "\"['(a) Go \\'up\\'.', \"\"(b) I can't.\"\", '(c) Caf\\xe9\\u2026']\"";
    file(
        folder,
        "questions_32k.csv",
        header
            + "7,q1,recall_user_shared_facts,travel,100,40,\"Where, then?\",(c),%s,ctx1,3\n"
                .formatted(options)
            + "7,q2,suggest_new_ideas,food,100,60,What?,(a),%s,ctx1,6\n".formatted(options)
            + "8,q3,suggest_new_ideas,food,100,60,What?,(b),%s,ctx2,2\n".formatted(options));
    file(
        folder,
        "shared_contexts_32k.jsonl",
        """
        {"ctx1": [{"role":"system","content":"GOLD persona Ana"},{"role":"user","content":"User: Hé!"},\
        {"role":"assistant","content":"Assistant: Yes."},{"role":"system","content":"GOLD persona Ana"},\
        {"role":"user","content":"User: Later."},{"role":"assistant","content":"Fine."},\
        {"role":"user","content":"After the end."}]}
        {"ctx2": [{"role":"system","content":"GOLD persona Bo"},{"role":"user","content":"Bo here."}]}
        """);
    return folder;
  }

  private static final String COLUMNS =
      "persona_id,chat_history_32k_link,chat_history_128k_link,raw_persona_file,short_persona,"
          + "expanded_persona,user_query,correct_answer,incorrect_answers,topic_query,preference,"
          + "topic_preference,conversation_scenario,pref_type,related_conversation_snippet,who,"
          + "updated,prev_pref,sensitive_info,total_tokens_in_chat_history_32k,"
          + "total_tokens_in_chat_history_128k,distance_from_related_snippet_to_query_32k,"
          + "distance_from_related_snippet_to_query_128k,num_persona_relevant_tokens_32k,"
          + "num_persona_irrelevant_tokens_32k,num_persona_relevant_tokens_128k,"
          + "num_persona_irrelevant_tokens_128k\n";

  /** Two twins: the same query and options, another of them right in each. */
  static Path twins(Path folder) {
    String options = "[\"Lentils, then.\",\"Trout.\"]";
    personaMemV2(folder);
    file(
        folder,
        "benchmark/text/twins.csv",
        COLUMNS.strip()
            + ",twin_set,twin_option,twin_options,split\n"
            + row("incorrect_answers", "[\"Trout.\"]").strip()
            + ",p4/q1,0,\"%s\",benchmark\n".formatted(options.replace("\"", "\"\""))
            + row("correct_answer", "Trout.", "incorrect_answers", "[\"Lentils, then.\"]").strip()
            + ",p4/q1,1,\"%s\",benchmark\n".formatted(options.replace("\"", "\"\"")));
    return folder;
  }

  /** One row; {@code edits} are column and cell by turns, the other columns are filled in. */
  static String row(String... edits) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column : COLUMNS.strip().split(",", -1)) {
      cells.put(column, "");
    }
    cells.put("persona_id", "4");
    cells.put("chat_history_32k_link", "data/chat_history_32k/chat_history_1_persona4.json");
    cells.put("short_persona", "GOLD a potter");
    cells.put("expanded_persona", "{\n  \"name\": \"GOLD Ana\"\n}");
    cells.put("user_query", "{'role': 'user', 'content': \"What's good\\nfor dinner?\"}");
    cells.put("correct_answer", "Lentils, then.");
    cells.put("incorrect_answers", "[\"Trout.\", \"Sushi.\", null, \"Trout.\"]");
    cells.put("topic_query", "Cooking");
    cells.put("preference", "GOLD Does not eat fish");
    cells.put("topic_preference", "Food");
    cells.put("conversation_scenario", "personal_email");
    cells.put("pref_type", "stereotypical_pref");
    cells.put(
        "related_conversation_snippet",
        "[{\"role\": \"user\", \"content\": \"Mail Bo: no fish for me.\"},"
            + " {\"role\": \"assistant\", \"content\": \"Dear Bo\"}]");
    cells.put("who", "self");
    cells.put("updated", "False");
    cells.put("sensitive_info", "False");
    cells.put("total_tokens_in_chat_history_32k", "31726.0");
    cells.put("distance_from_related_snippet_to_query_32k", "1200.0");
    for (int i = 0; i < edits.length; i += 2) {
      cells.put(edits[i], edits[i + 1]);
    }
    return cells.values().stream()
            .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
            .collect(Collectors.joining(","))
        + "\n";
  }

  static Path personaMemV2(Path folder) {
    return personaMemV2(
        folder,
        row(),
        row(
            "pref_type", "ask_to_forget",
            "preference", "Do not remember 'GOLD Loves opera' in memory",
            "prev_pref", "GOLD Loves opera",
            "updated", "True"),
        row("who", "others", "incorrect_answers", "['It\\'s trout.', \"Eel\"]"),
        row("pref_type", "", "preference", "sensitive_info", "sensitive_info", "True"),
        row("user_query", "{'role': 'user', 'content': ''}"),
        row("incorrect_answers", "", "user_query", "Plain words?"),
        row("chat_history_32k_link", ""));
  }

  static Path personaMemV2(Path folder, String... rows) {
    file(folder, "benchmark/text/benchmark.csv", COLUMNS + String.join("", rows));
    file(
        folder,
        "data/chat_history_32k/chat_history_1_persona4.json",
        """
        {"metadata":{"total_messages":5,"final_token_count":31726,"persona_id":4,
          "input_filename":"GOLD.json"},
         "chat_history":[
          {"role":"system","content":"GOLD You talk to Ana: {\\"name\\": \\"Ana\\"}"},
          {"role":"user","content":"Mail Bo: no fish for me."},
          {"role":"assistant","content":"Dear Bo"},
          {"role":"user","content":[{"type":"text","text":"Look"},{"type":"image_url",
            "image_url":{"url":"data:image/jpeg;base64,data/photobook_images/x.jpg"}}]},
          {"role":"user","content":"Forget that I like opera."}]}
        """);
    return folder;
  }

  static List<String> texts(Dataset dataset, String history) {
    try (Stream<dev.rapport.conversation.Message> messages = dataset.history(history).messages()) {
      return messages.map(message -> message.text()).toList();
    }
  }
}
