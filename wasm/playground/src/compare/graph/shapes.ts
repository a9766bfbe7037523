// How each kind of node is drawn: by shape and by colour, and the sign of it in words.

export interface Shape {
  shape: "round-rectangle" | "ellipse" | "diamond" | "hexagon" | "triangle" | "pentagon" | "star";
  /** Variable of the page's colours. */
  colour: string;
  sign: string;
}

export const shapes: Record<string, Shape> = {
  ruleset: { shape: "round-rectangle", colour: "--link", sign: "■" },
  rule: { shape: "ellipse", colour: "--link", sign: "●" },
  fact: { shape: "diamond", colour: "--open", sign: "◆" },
  label: { shape: "pentagon", colour: "--good", sign: "⬟" },
  term: { shape: "hexagon", colour: "--calm", sign: "⬢" },
  parameter: { shape: "triangle", colour: "--calm", sign: "▲" },
  jurisdiction: { shape: "star", colour: "--quiet", sign: "★" },
};
