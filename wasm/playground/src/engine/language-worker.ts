// Holds the language server: one message in, its answers out. What is said is the Language Server
// Protocol; nothing is decided here.

import init, { LanguageServer } from "../../../pkg/comity_wasm.js";
import module from "../../../pkg/comity_wasm_bg.wasm?url";

/** The first message is the day of today; all others are messages of the protocol. */
const server = new Promise<LanguageServer>((resolve, reject) => {
  const start = async (event: MessageEvent<string>) => {
    try {
      await init({ module_or_path: module });
      resolve(new LanguageServer(event.data));
    } catch (error) {
      reject(error);
    }
  };
  addEventListener("message", (event: MessageEvent<string>) => void start(event), { once: true });
});

let isStarted = false;
addEventListener("message", async (event: MessageEvent<string>) => {
  if (!isStarted) {
    isStarted = true;
    return;
  }
  const session = await server;
  for (const answer of session.handle(event.data)) postMessage(answer);
});
