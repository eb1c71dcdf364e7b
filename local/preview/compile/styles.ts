import { posix } from 'node:path';
import postcss from 'postcss';
import type { AtRule, Container, Declaration, Rule } from 'postcss';
import type { Problem, StyleSheet } from '../types';
import type { Project } from './project';
import { convertSelector } from './selectors';
import type { Sources } from './sources';
import { convertValue } from './style-values';

export interface Styles {
  readonly sheets: Record<string, StyleSheet>;
  readonly problems: Problem[];
}

/** Compiles app.wxss and the WXSS of every page and component into CSS for one document. */
export function compileStyles(sources: Sources, project: Project): Styles {
  const problems: Problem[] = [];
  const sheets: Record<string, StyleSheet> = {};
  const compileOne = (id: string, scope: string | null): void => {
    const root = inlineImports(sources, `${id}.wxss`, problems, new Set());
    if (root === null) return;
    convert(root, scope);
    sheets[id] = { css: root.toString(), scope };
  };
  compileOne('app', null);
  for (const [id, config] of Object.entries(project.configs)) {
    const shared = config.styleIsolation === 'shared' || config.styleIsolation === 'page-shared';
    compileOne(id, shared ? null : scopeName(id));
  }
  return { sheets, problems };
}

/** Prefix of a component's class names, readable in the browser's inspector and unique by its path. */
export function scopeName(id: string): string {
  return id.replace(/^miniprogram_npm\/tdesign-miniprogram\//, 'td/').replace(/[^a-zA-Z0-9]+/g, '-');
}

/** Parses a sheet with its `@import`s in place; null when there is no such file. */
function inlineImports(
  sources: Sources,
  path: string,
  problems: Problem[],
  open: ReadonlySet<string>,
): Container | null {
  const text = sources.read(path);
  if (text === null || open.has(path)) return null;
  const file = sources.display(path);
  let root;
  try {
    root = postcss.parse(text, { from: file });
  } catch (error) {
    const { line = 0, column = 0, reason } = error as { line?: number; column?: number; reason?: string };
    problems.push({ file, line, column, text: reason ?? String(error) });
    return null;
  }
  root.walkAtRules('import', (rule) => {
    const wanted = /^(?:url\()?\s*['"]([^'"]+)['"]/.exec(rule.params)?.[1];
    const target = wanted === undefined ? null : importedPath(wanted, path);
    const imported =
      target === null ? null : inlineImports(sources, target, problems, new Set([...open, path]));
    if (imported) rule.replaceWith(...(imported.nodes ?? []));
    else {
      const line = rule.source?.start?.line ?? 0;
      if (target === null || !sources.find(target)) {
        problems.push({ file, line, column: 1, text: `@import ${rule.params} is not found` });
      }
      rule.remove();
    }
  });
  return root;
}

function importedPath(wanted: string, from: string): string {
  return wanted.startsWith('/') ? wanted.slice(1) : posix.join(posix.dirname(from), wanted);
}

function convert(root: Container, scope: string | null): void {
  root.walkRules((rule: Rule) => {
    if (isKeyframe(rule)) return;
    rule.selector = convertSelector(rule.selector, scope);
  });
  root.walkDecls((declaration: Declaration) => {
    declaration.value = convertValue(declaration.value);
  });
}

function isKeyframe(rule: Rule): boolean {
  return rule.parent?.type === 'atrule' && (rule.parent as AtRule).name.endsWith('keyframes');
}
