/// <reference types="svelte" />
/// <reference types="vite/client" />

declare module "virtual:samples" {
  const listed: { kind: "example" | "incident"; id: string; title: string }[];
  export default listed;
}
