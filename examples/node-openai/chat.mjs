// OpenAI's own client against the proxy: nothing changes but the base URL and who is meant.
import OpenAI from "openai";

const { RAPPORT_URL = "http://127.0.0.1:7070", RAPPORT_KEY = "none", MODEL = "gpt-4o-mini" } = process.env;
const [user = "ana", question = "What shall I cook tonight?"] = process.argv.slice(2);

const client = new OpenAI({ baseURL: `${RAPPORT_URL}/openai/v1`, apiKey: RAPPORT_KEY });

const { data: pieces, response } = await client.chat.completions
  .create({
    model: MODEL,
    user,
    stream: true,
    messages: [{ role: "user", content: question }],
  })
  .withResponse();

for await (const piece of pieces) {
  process.stdout.write(piece.choices[0]?.delta?.content ?? "");
}
process.stdout.write(`\n[memory: ${response.headers.get("x-rapport-memory")}]\n`);
