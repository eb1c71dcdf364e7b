import type { BuiltInNode } from './define';

interface Scoped {
  getRootBehavior(): { ownerSpace: { styleScopeManager: { queryName(id: number): string | undefined } } };
}

/**
 * Class names of the template that holds the node, as they stand in the document: with the prefix of that
 * component's style scope. For properties such as placeholder-class, whose classes are not on the node itself.
 */
export function scopedClass(node: BuiltInNode, names: string): string {
  const host = node.ownerShadowRoot?.getHostNode();
  if (!host) return names;
  const { styleScope, extraStyleScope } = host.getComponentOptions();
  const manager = (host as unknown as Scoped).getRootBehavior().ownerSpace.styleScopeManager;
  const scopes = [styleScope, extraStyleScope].filter((scope) => scope !== null);
  const prefixes = new Set(scopes.map((scope) => manager.queryName(scope) ?? ''));
  return names
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((name) => [...prefixes].map((prefix) => (prefix === '' ? name : `${prefix}--${name}`)))
    .join(' ');
}
