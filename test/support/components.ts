import { join, resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import { load, render, type RootComponent } from 'miniprogram-simulate';
import { listFiles } from '../../build/files';

const phone = resolve(__dirname, '../../miniprogram');

/** The parts of the simulator that are not in its types: how it reads a json, which we must teach about npm. */
interface Reader {
  readJson(path: string): { usingComponents?: Record<string, string> } | null;
  getCompiler(): { wxmlToJs(root: string, options: object): string };
}

const reader = jest.requireActual<Reader>('miniprogram-simulate/src/utils');
const readJson = reader.readJson.bind(reader);

/** WeChat looks for `tdesign-miniprogram/…` in miniprogram_npm; the simulator knows only paths. */
reader.readJson = (path) => {
  const json = readJson(path);
  if (json === null) return json;
  const declared = Object.entries(json.usingComponents ?? {}).map(([tag, value]): [string, string] => {
    const isPackage = /^tdesign-miniprogram\//.test(value);
    return [tag, isPackage ? `/miniprogram_npm/${value}` : value];
  });
  return { ...json, usingComponents: Object.fromEntries(declared) };
};

/** Outlives the test file: the templates of the whole phone, compiled, where the checks have built (BUILT=1). */
const compiled = runInThisContext("globalThis[Symbol.for('compiled templates')] ??= new Map()") as Map<
  string,
  string
>;
const compiler = reader.getCompiler();
const wxmlToJs = compiler.wxmlToJs.bind(compiler);
compiler.wxmlToJs = (root, options) => {
  const known = process.env['BUILT'] === '1' ? compiled.get(root) : undefined;
  const script = known ?? wxmlToJs(root, options);
  compiled.set(root, script);
  return script;
};

// What WeChat's own globals answer where there is no app around a component.
Object.assign(globalThis, { getApp: () => ({}), getCurrentPages: () => [] });

/** The simulator's storage forgets; this one keeps until the screen is cleared. */
const storage = new Map<string, unknown>();
Object.assign(wx, {
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
  removeStorageSync: (key: string) => void storage.delete(key),
});

export type Shown = RootComponent<
  WechatMiniprogram.Component.DataOption,
  WechatMiniprogram.Component.PropertyOption,
  WechatMiniprogram.Component.MethodOption
>;

let shown: Shown[] = [];

/**
 * Shows a component of miniprogram/, compiled by WeChat's own compiler, in the test's document.
 * @param path from miniprogram/ without extension, as in a page list: `components/notice/notice`
 */
export function showComponent(path: string, properties: Record<string, unknown> = {}): Shown {
  const files = listFiles(phone);
  const compilerOptions = {
    maxBuffer: 32 * 1024 * 1024,
    wxmlList: files.filter((file) => file.endsWith('.wxml')),
    wxsList: files.filter((file) => file.endsWith('.wxs')),
  };
  // The simulator runs a component's script each time it loads it; jest would run it once.
  let id = '';
  jest.isolateModules(() => {
    id = load(join(phone, path), { rootPath: phone, compilerOptions });
  });
  const component: Shown = render(id, properties);
  component.attach(document.body);
  component.triggerLifeTime('ready');
  shown.push(component);
  return component;
}

/** Pages are defined while their script runs; these members of the last one are not methods. */
let members: Record<string, unknown> = {};

/** A page registers itself by `Page`; the simulator has `Component` only, which takes its methods apart. */
function definePage({ data = {}, ...options }: { data?: object; [member: string]: unknown }): void {
  const isMethod = ([, value]: [string, unknown]): boolean => typeof value === 'function';
  members = Object.fromEntries(Object.entries(options).filter((entry) => !isMethod(entry)));
  const methods = Object.fromEntries(Object.entries(options).filter(isMethod)) as Record<string, () => void>;
  Component({ data, methods });
}

interface PageInstance {
  setData(data: object, done?: () => void): void;
  onLoad?(query: object): unknown;
  onShow?(): unknown;
  onReady?(): unknown;
}

export interface ShownPage {
  page: Shown;
  /** Bytes of each setData since onLoad, in order. */
  written: number[];
}

/** Shows a page and takes it through onLoad, onShow and onReady, as WeChat does; resolves when onShow is done. */
export async function showPage(path: string, query: Record<string, string> = {}): Promise<ShownPage> {
  Object.assign(globalThis, { Page: definePage });
  const page = showComponent(path);
  const written: number[] = [];
  const instance = page.instance as unknown as PageInstance;
  const setData = instance.setData.bind(instance);
  Object.assign(instance, members, {
    setData(data: object, done?: () => void) {
      written.push(Buffer.byteLength(JSON.stringify(data)));
      setData(data, done);
    },
  });
  await instance.onLoad?.(query);
  await instance.onShow?.();
  await instance.onReady?.();
  return { page, written };
}

/** All text on the screen, blanks squeezed. */
export function readScreen(component: Shown): string {
  return (component.dom?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Takes everything off the screen and out of the storage; call it after each test. */
export function clearScreen(): void {
  for (const component of shown) component.detach();
  shown = [];
  storage.clear();
}
