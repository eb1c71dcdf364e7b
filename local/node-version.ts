/** The sentence for a Node that the project does not run on; undefined for one that it does. */
export function complainAboutNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 2) || (major === 20 && minor >= 19)) return undefined;
  return `Node ${version} is too old or not a long-term version: Node 20.19 or later of 20, or Node 22.2 and later, is needed.`;
}
