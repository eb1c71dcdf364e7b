import type { ComponentConfig, Problem, StyleIsolation, TabBarConfig, WindowConfig } from '../types';
import type { Sources } from './sources';

interface AppJson {
  pages?: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  entryPagePath?: string;
  window?: WindowConfig;
  tabBar?: TabBarConfig & { custom?: boolean };
  usingComponents?: Record<string, string>;
}

type RawConfig = WindowConfig & {
  component?: boolean;
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, true | { default?: string }>;
  componentPlaceholder?: Record<string, string>;
  styleIsolation?: StyleIsolation;
  addGlobalClass?: boolean;
  pureDataPattern?: string;
};

export interface Project {
  readonly pages: readonly string[];
  readonly entry: string;
  readonly window: WindowConfig;
  readonly tabBar: TabBarConfig | null;
  /** Every page and component that can be reached, by id. */
  readonly configs: Record<string, ComponentConfig>;
  readonly problems: Problem[];
}

function readJson(sources: Sources, path: string, problems: Problem[]): unknown {
  const text = sources.read(path);
  if (text === null) {
    problems.push({ file: sources.display(path), line: 0, column: 0, text: 'file is missing' });
    return null;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push({ file: sources.display(path), line: 0, column: 0, text: `not valid JSON: ${reason}` });
    return null;
  }
}

function isolationOf(config: RawConfig): StyleIsolation {
  if (config.styleIsolation) return config.styleIsolation;
  if (!config.component) return 'shared';
  return config.addGlobalClass ? 'apply-shared' : 'isolated';
}

/** Reads app.json and walks pages, subpackages and `usingComponents` to every component that can be reached. */
export function readProject(sources: Sources): Project {
  const problems: Problem[] = [];
  const app = (readJson(sources, 'app.json', problems) ?? {}) as AppJson;
  const pages = [...(app.pages ?? [])];
  for (const part of [...(app.subPackages ?? []), ...(app.subpackages ?? [])]) {
    pages.push(...part.pages.map((page) => `${part.root.replace(/^\/|\/$/g, '')}/${page}`));
  }
  const walk = new ComponentWalk(sources, app.usingComponents ?? {}, problems);
  for (const page of pages) walk.visit(page);
  if (app.tabBar?.custom) {
    problems.push({
      file: sources.display('app.json'),
      line: 0,
      column: 0,
      text: 'tabBar.custom is not in the preview',
    });
  }
  return {
    pages,
    entry: app.entryPagePath ?? pages[0] ?? '',
    window: app.window ?? {},
    tabBar: app.tabBar ?? null,
    configs: walk.configs,
    problems,
  };
}

class ComponentWalk {
  readonly configs: Record<string, ComponentConfig> = {};

  constructor(
    private readonly sources: Sources,
    private readonly global: Record<string, string>,
    private readonly problems: Problem[],
  ) {}

  visit(id: string): void {
    if (this.configs[id]) return;
    const path = `${id}.json`;
    const raw = (
      this.sources.find(path) ? (readJson(this.sources, path, this.problems) ?? {}) : {}
    ) as RawConfig;
    const fromApp = id.startsWith('miniprogram_npm/') ? {} : this.resolveAll(this.global, 'app');
    const { addGlobalClass: _global, ...rest } = raw;
    const generics = this.resolveGenerics(raw.componentGenerics ?? {}, id);
    const config: ComponentConfig = {
      ...rest,
      usingComponents: { ...fromApp, ...this.resolveAll(raw.usingComponents ?? {}, id) },
      ...(raw.componentGenerics ? { componentGenerics: generics } : {}),
      styleIsolation: isolationOf(raw),
    };
    this.configs[id] = config;
    for (const target of Object.values(config.usingComponents)) this.visit(target.slice(1));
    for (const generic of Object.values(generics)) {
      if (generic !== true && generic.default) this.visit(generic.default.slice(1));
    }
  }

  private resolveAll(using: Record<string, string>, fromId: string): Record<string, string> {
    const resolved: Record<string, string> = {};
    for (const [name, specifier] of Object.entries(using)) {
      const target = this.resolve(name, specifier, fromId);
      if (target !== null) resolved[name] = target;
    }
    return resolved;
  }

  private resolveGenerics(
    generics: Record<string, true | { default?: string }>,
    fromId: string,
  ): Record<string, true | { default?: string }> {
    const resolved: Record<string, true | { default?: string }> = {};
    for (const [name, generic] of Object.entries(generics)) {
      const target =
        generic === true || !generic.default ? null : this.resolve(name, generic.default, fromId);
      resolved[name] = target === null ? true : { default: target };
    }
    return resolved;
  }

  private resolve(name: string, specifier: string, fromId: string): string | null {
    const target = this.sources.resolveComponent(specifier, fromId);
    if (target !== null) return `/${target}`;
    const text = `component <${name}> is not found at "${specifier}"`;
    this.problems.push({ file: this.sources.display(`${fromId}.json`), line: 0, column: 0, text });
    return null;
  }
}
