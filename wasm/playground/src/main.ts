// Starts the page.

import { mount } from "svelte";
import "./app.css";
import App from "./App.svelte";

const target = document.getElementById("app");
if (target) mount(App, { target });

// Only where the page is served as built; a server for development has files that change.
if (import.meta.env.PROD && "serviceWorker" in navigator) {
  // Without it the page works too, as long as there is a network.
  navigator.serviceWorker.register("./service-worker.js").catch(() => undefined);
}
