// The questions whose answers must be the same, byte for byte, from the native program, from the
// module in Node, and from the module in a browser.

export const places = ["uk", "ca", "nl"];
export const days = ["2026-11-22", "2027-12-11"];
const drafts = ["forum.expiry_business", "forum.expiry_civil_society"];

/**
 * What every ruleset says in plain words; `rulesets` are their names with editions.
 */
export function readings(rulesets, Question) {
  return rulesets.map((ruleset, at) => {
    const language = ["en", "fr", "nl"][at % 3];
    const question = new Question(days[0], [], [], language);
    const command = ["read", ruleset, "--lang", language, "--format", "json"];
    return { name: `read ${ruleset} in ${language}`, command, ask: (comity) => comity.read(ruleset, question) };
  });
}

/** The names of all rulesets, each with its edition. */
export function rulesetNames(comity, Question) {
  const { rulesets } = JSON.parse(comity.rules(new Question(days[0], [], [], "en")));
  return rulesets.map(({ id, edition }) => `${id}@${edition}`);
}

/**
 * Each with a name, the command that puts it to the native program, and a function that puts it
 * to the module. `manifests` are names (paths from the root of the project) with their texts.
 */
export function questions(manifests, Question) {
  return [...manifests.flatMap((manifest) => ofProduct(manifest, Question)), ...ofLaw(Question)];
}

function ofProduct([name, text], Question) {
  const found = [];
  const put = (command, day, language, ask) => {
    const question = new Question(day, places, [], language);
    const options = ["--in", places.join(), "--on", day, "--lang", language, "--format", "json"];
    found.push({
      name: `${command} ${name} on ${day} in ${language}`,
      command: [command, name, ...options],
      ask: (comity) => ask(comity, question),
    });
  };
  const check = (comity, question) => comity.check(name, text, question);
  put("check", days[0], "en", check);
  put("check", days[1], "fr", check);
  if (name.startsWith("examples/")) {
    put("check", days[0], "nl", check);
    put("timeline", days[0], "en", (comity, question) => comity.timeline(name, text, question));
    put("fix", days[0], "en", (comity, question) => comity.fix(name, text, question));
  }
  return found;
}

function ofLaw(Question) {
  const question = new Question(days[0], ["uk", "nl"], drafts, "en");
  const asked = ["--in", "uk,nl", "--with", drafts.join(), "--on", days[0], "--format", "json"];
  const all = new Question(days[0], places, [], "fr");
  const everywhere = ["--in", places.join(), "--on", days[0], "--lang", "fr", "--format", "json"];
  return [
    { name: "rules", command: ["rules", "--format", "json"], ask: (comity) => comity.rules(question) },
    { name: "conflicts", command: ["conflicts", ...asked], ask: (comity) => comity.conflicts(question) },
    { name: "compare", command: ["compare", ...everywhere], ask: (comity) => comity.compare(all) },
    { name: "law", command: ["timeline", ...everywhere], ask: (comity) => comity.lawTimeline(all) },
    {
      name: "graph",
      command: ["graph", "--whole", "--in", "uk,nl", "--with", drafts.join(), "--format", "json"],
      ask: (comity) => comity.graph(question),
    },
  ];
}
