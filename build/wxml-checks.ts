import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import builtInTags from './lint/built-in-tags.mjs';
import { npmFolder, readPart, resolveComponent, type Miniprogram } from './miniprogram';
import { readTags, type Tag } from './wxml';

const builtIn = new Set<string>(builtInTags);
const screens = /^(pages|more|deputy|office)\//;

interface Template {
  file: string;
  /** The page or component it belongs to; undefined for a template that others import. */
  part: string | undefined;
  tags: Tag[];
}

function readTemplates(app: Miniprogram): Template[] {
  const files = new Set(app.files);
  return app.files
    .filter((file) => file.endsWith('.wxml'))
    .map((file) => {
      const part = file.replace(/\.wxml$/, '');
      const own = files.has(`${part}.json`) || files.has(`${part}.ts`) || files.has(`${part}.js`);
      return {
        file,
        part: own ? part : undefined,
        tags: readTags(readFileSync(join(app.root, file), 'utf8')),
      };
    });
}

function resolveSource(from: string, source: string): string {
  return source.startsWith('/') ? source.slice(1) : posix.normalize(posix.join(dirname(from), source));
}

/** What `<import>`, `<include>` and `<wxs>` name, as paths from the root. */
function listSources(template: Template): { path: string; line: number }[] {
  const wanted = template.tags.filter(({ name }) => ['import', 'include', 'wxs'].includes(name));
  return wanted.flatMap(({ attributes, line }) => {
    const source = attributes.get('src');
    return source === undefined ? [] : [{ path: resolveSource(template.file, source), line }];
  });
}

function checkSources(app: Miniprogram, templates: readonly Template[]): string[] {
  return templates.flatMap((template) =>
    listSources(template)
      .filter(({ path }) => !existsSync(join(app.root, path)) && !existsSync(join(app.root, `${path}.wxml`)))
      .map(({ path, line }) => `${template.file}:${line}: ${path} is not there`),
  );
}

function checkPages(app: Miniprogram): string[] {
  const files = new Set(app.files);
  const listed = new Set(app.pages);
  const missing = app.pages.flatMap((page) =>
    ['ts', 'json', 'wxml']
      .filter((end) => !files.has(`${page}.${end}`))
      .map((end) => `app.json: ${page}.${end} is not there`),
  );
  const orphans = app.files
    .filter((file) => screens.test(file) && file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .filter(
      (part) => readPart(app.root, part).component !== true && files.has(`${part}.wxml`) && !listed.has(part),
    );
  const pictures = app.tabPictures.filter((path) => !files.has(path));
  return [
    ...missing,
    ...pictures.map((path) => `app.json: ${path} is not there`),
    ...orphans.map((part) => `${part}.wxml: a page that app.json does not list`),
  ];
}

function checkComponentPaths(app: Miniprogram): string[] {
  const parts = app.files.filter((file) => file.endsWith('.json')).map((file) => file.replace(/\.json$/, ''));
  return parts.flatMap((part) =>
    Object.entries(readPart(app.root, part).usingComponents ?? {}).flatMap(([tag, value]) => {
      const path = resolveComponent(app.root, part, value);
      const there = ['json', 'wxml'].every((end) => existsSync(join(app.root, `${path}.${end}`)));
      const hint = path.startsWith(npmFolder) ? ' (npm run build makes it)' : '';
      return there ? [] : [`${part}.json: <${tag}> points to ${path}, which is not there${hint}`];
    }),
  );
}

/** The templates whose tags a page or component shows: its own and what it imports, in turn. */
function reach(start: Template, byFile: ReadonlyMap<string, Template>, seen = new Set<string>()): Template[] {
  if (seen.has(start.file)) return [];
  seen.add(start.file);
  const next = listSources(start).flatMap(({ path }) => byFile.get(path) ?? byFile.get(`${path}.wxml`) ?? []);
  return [start, ...next.flatMap((template) => reach(template, byFile, seen))];
}

function checkTags(app: Miniprogram, templates: readonly Template[]): string[] {
  const byFile = new Map(templates.map((template) => [template.file, template]));
  const found = new Set<string>();
  const usedAnywhere = new Set<string>();
  for (const template of templates) {
    if (template.part === undefined) continue;
    const own = readPart(app.root, template.part).usingComponents ?? {};
    const used = new Set<string>();
    for (const { file, tags } of reach(template, byFile)) {
      for (const { name, line } of tags) {
        used.add(name);
        if (!builtIn.has(name) && !(name in own) && !(name in app.globalComponents)) {
          found.add(`${file}:${line}: <${name}> is not declared in ${template.part}.json`);
        }
      }
    }
    for (const name of used) usedAnywhere.add(name);
    for (const name of Object.keys(own)) {
      if (!used.has(name)) found.add(`${template.part}.json: <${name}> is declared and never used`);
    }
  }
  for (const name of Object.keys(app.globalComponents)) {
    if (!usedAnywhere.has(name)) found.add(`app.json: <${name}> is declared and never used`);
  }
  return [...found];
}

/** A loop without a key, and a handler that the script does not have. */
function checkAttributes(app: Miniprogram, templates: readonly Template[]): string[] {
  return templates.flatMap(({ file, part, tags }) => {
    const script = part === undefined ? undefined : join(app.root, `${part}.ts`);
    const code = script !== undefined && existsSync(script) ? readFileSync(script, 'utf8') : undefined;
    const knowsAll = code !== undefined && !/\bbehaviors\s*:/.test(code);
    return tags.flatMap(({ name, attributes, line }) => {
      const said: string[] = [];
      if (attributes.has('wx:for') && !attributes.has('wx:key'))
        said.push(`${file}:${line}: <${name} wx:for> has no wx:key`);
      for (const [attribute, value] of attributes) {
        const handles = /^(capture-)?(bind|catch|mut-bind):?[a-z]/.test(attribute) && /^[\w$]+$/.test(value);
        if (knowsAll && handles && !new RegExp(`\\b${value}\\b`).test(code)) {
          said.push(`${file}:${line}: ${attribute} names ${value}, which ${String(part)}.ts does not have`);
        }
      }
      return said;
    });
  });
}

/** What WeChat's compilers let pass and the phone would show as a blank; nothing when all is well. */
export function checkTemplates(app: Miniprogram): string[] {
  const templates = readTemplates(app);
  return [
    ...checkPages(app),
    ...checkComponentPaths(app),
    ...checkSources(app, templates),
    ...checkTags(app, templates),
    ...checkAttributes(app, templates),
  ];
}
