import { posix } from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { Problem } from '../types';
import type { Project } from './project';
import type { Sources } from './sources';
import { checkTags } from './wxml-tags';
import { prepareWxs, wxsRequires } from './wxs';

/** What the template compiler says about one place; lines and columns count from 0. */
interface ParseError {
  readonly message: string;
  readonly startLine: number;
  readonly startColumn: number;
}

export interface Templates {
  /** A JavaScript expression: template functions by id. */
  readonly code: string;
  readonly problems: Problem[];
}

/** Compiles the WXML and WXS of every page and component, with all that they import. */
export function compileTemplates(sources: Sources, project: Project): Templates {
  const group = new TemplateGroup(sources);
  for (const [id, config] of Object.entries(project.configs)) {
    const components = [
      ...Object.keys(config.usingComponents),
      ...Object.keys(config.componentGenerics ?? {}),
    ];
    group.addComponent(id, components);
  }
  return { code: group.finish(), problems: group.problems };
}

class TemplateGroup {
  readonly problems: Problem[] = [];
  private readonly group = new TmplGroup();
  private readonly done = new Set<string>();

  constructor(private readonly sources: Sources) {}

  finish(): string {
    const code = this.group.getTmplGenObjectGroups();
    this.group.free();
    return code;
  }

  addComponent(id: string, components: readonly string[]): void {
    this.addTemplate(id, `${id}.wxml`, id, components);
  }

  private addTemplate(id: string, wantedBy: string, owner: string, components: readonly string[]): void {
    if (this.done.has(id)) return;
    this.done.add(id);
    const path = `${id}.wxml`;
    const text = this.sources.read(path);
    if (text === null) {
      this.report(wantedBy, 0, 0, `${path} is missing`);
      return;
    }
    for (const error of this.group.addTmpl(id, convertTextBreaks(text)) as ParseError[]) {
      if (!isNpm(id)) this.report(path, error.startLine + 1, error.startColumn + 1, error.message);
    }
    if (!isNpm(id)) {
      for (const found of checkTags(text, components))
        this.report(path, found.line, found.column, found.text);
    }
    for (const name of this.group.getInlineScriptModuleNames(id) as string[]) {
      this.group.setInlineScript(id, name, prepareWxs(this.group.getInlineScript(id, name)));
    }
    for (const script of this.group.getScriptDependencies(id) as string[]) this.addScript(script, path);
    for (const next of this.group.getDirectDependencies(id) as string[]) {
      this.addTemplate(next, path, owner, components);
    }
  }

  /** Registered with and without its extension: templates ask without, `require` inside WXS asks with it. */
  private addScript(id: string, wantedBy: string): void {
    if (this.done.has(`${id}.wxs`)) return;
    this.done.add(`${id}.wxs`);
    const text = this.sources.read(`${id}.wxs`);
    if (text === null) {
      this.report(wantedBy, 0, 0, `${id}.wxs is missing`);
      return;
    }
    const prepared = prepareWxs(text);
    this.group.addScript(id, prepared);
    this.group.addScript(`${id}.wxs`, prepared);
    for (const wanted of wxsRequires(text)) {
      const path = wanted.startsWith('/') ? wanted.slice(1) : posix.join(posix.dirname(id), wanted);
      this.addScript(path.replace(/\.wxs$/, ''), `${id}.wxs`);
    }
  }

  private report(path: string, line: number, column: number, text: string): void {
    this.problems.push({ file: this.sources.display(path), line, column, text });
  }
}

function isNpm(id: string): boolean {
  return id.startsWith('miniprogram_npm/');
}

/** In WeChat the two characters `\n` written inside `<text>` are a line break. Expressions stay as they are. */
export function convertTextBreaks(wxml: string): string {
  return wxml.replace(/(<text\b[^>]*>)([^<]*)(?=<\/text>)/g, (whole, open: string, content: string) => {
    if (!content.includes('\\n')) return whole;
    const parts = content.split(/(\{\{[\s\S]*?\}\})/);
    return open + parts.map((part) => (part.startsWith('{{') ? part : part.replaceAll('\\n', '\n'))).join('');
  });
}
