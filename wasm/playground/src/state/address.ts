// The address of a view: everything after `#`. It never leaves the browser.
//
// `#/check/example/doorbell?on=2026-11-22&in=uk,nl` is a path and what is chosen beside it.

/** A place on the page. */
export interface Address {
  path: string[];
  chosen: URLSearchParams;
}

/** Reads what stands after `#`. */
export function parseAddress(hash: string): Address {
  const [path = "", chosen = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const parts = path.split("/").filter((part) => part !== "");
  return { path: parts.map(decoded), chosen: new URLSearchParams(chosen) };
}

/** Writes an address as a link. */
export function addressLink(path: string[], chosen: Record<string, string | undefined> = {}): string {
  const set = Object.entries(chosen).filter((pair): pair is [string, string] => !!pair[1]);
  const query = new URLSearchParams(set).toString();
  return `#/${path.map(encodeURIComponent).join("/")}${query ? `?${query}` : ""}`;
}

/** A part of a path; one that is encoded wrongly stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
