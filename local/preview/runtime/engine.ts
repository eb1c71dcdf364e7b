import { MiniProgramEnv, component as componentModule, glassEasel } from 'glass-easel-miniprogram-adapter';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import type { AppData } from '../types';
import { PhoneBackend } from './backend';
import { registerBuiltIns } from './built-ins';
import { wxBehaviors } from './built-ins/behaviors';
import type { Caller, EngineComponent } from './engine-types';
import { NotInPreviewError, reportError, reportScriptError } from './errors';
import { extendCaller } from './component-methods';

interface Definition {
  behaviors?: unknown[];
  options?: { styleIsolation?: string; addGlobalClass?: boolean; [name: string]: unknown };
  [name: string]: unknown;
}

type TemplateFunctions = Record<string, (name: string) => unknown>;

export const backendContext = new PhoneBackend();

const environment = new MiniProgramEnv();
const space: CodeSpace = environment.createCodeSpace('app', true);
const backend = environment.associateBackend(backendContext);
let currentPath: string | null = null;

/** Loads the compiled templates and configurations. Runs once, before any of the app's scripts. */
export function installEngine(data: AppData, templates: TemplateFunctions): void {
  const components = space.getComponentSpace();
  components.updateComponentOptions({ writeIdToDOM: true });
  registerBuiltIns(components);
  space.setOverallBehavior(readyBehavior(components));
  extendCaller(componentModule.ComponentCaller.prototype as unknown as Record<string, unknown>);
  for (const [id, config] of Object.entries(data.configs)) {
    space.addComponentStaticConfig(id, config as never);
    const template = templates[id];
    if (template) space.addCompiledTemplate(id, { groupList: templates, content: template } as never);
  }
  for (const [id, sheet] of Object.entries(data.styles))
    space.addStyleSheet(id, id, sheet.scope ?? undefined);
  glassEasel.addGlobalErrorListener((error, method, related) => {
    const where = typeof related === 'string' ? related : (related?.is ?? '');
    reportScriptError(error, [where, method].filter(Boolean).join(' '));
    return false;
  });
  glassEasel.addGlobalWarningListener((message, _related, element) => {
    judgeWarning(message, (element as { is?: string } | undefined)?.is ?? '', ownerOf(element));
    return false;
  });
  installGlobals();
}

/**
 * Attributes that a built-in does not know are refused, and so is what WeChat gives every element and a custom
 * component here does not have. Other unknown attributes of custom components do nothing in WeChat, either.
 */
function judgeWarning(message: string, is: string, owner: string): void {
  const name = /^"(.+)" is not a valid property$/.exec(message)?.[1];
  if (name === undefined) console.warn(message, owner);
  else if (is.startsWith('wx://') || name === 'hidden' || name.startsWith('aria')) {
    const where = is.startsWith('wx://') ? `<${is.slice('wx://'.length)}>` : `component ${is}`;
    reportError(new NotInPreviewError(`attribute ${name} of ${where}`), owner);
  }
}

function ownerOf(element: unknown): string {
  const root = (element as { ownerShadowRoot?: { getHostNode(): EngineComponent } | null } | undefined)
    ?.ownerShadowRoot;
  return root?.getHostNode().is ?? '';
}

/** Creates the root component of a page, not yet in the document. */
export function createPageRoot(
  id: string,
  query: Readonly<Record<string, string>>,
): {
  readonly component: EngineComponent;
  readonly caller: Caller;
  attach(parent: HTMLElement, placeholder: HTMLElement): void;
  release(): void;
} {
  // A page made by Component() gets the query into its properties of the same names.
  const search = new URLSearchParams(query).toString().replaceAll('+', '%20');
  const root = backend.createRoot('page', space, search === '' ? id : `${id}?${search}`);
  const component = root.getComponent();
  return {
    component,
    caller: root.get() as unknown as Caller,
    attach: (parent, placeholder) => {
      root.attach(parent as never, placeholder as never);
    },
    release: () => {
      root.release();
    },
  };
}

export function isRegistered(id: string): boolean {
  return space.getComponentSpace().getComponentByUrlWithoutDefault(`/${id}`, '') !== null;
}

/** `Page`, `Component` and `Behavior`, which belong to the script that the bundle has just announced. */
function installGlobals(): void {
  const path = (): string => {
    if (currentPath === null) throw new Error('Page() or Component() outside of a page or component script');
    return currentPath;
  };
  const define = (kind: 'Page' | 'Component' | 'Behavior', at: string, definition?: Definition): unknown =>
    space.componentEnv(at, (constructors) => {
      const constructor = constructors[kind] as unknown as (given?: Definition) => unknown;
      return definition ? constructor(normalize(definition, at)) : constructor();
    });
  Object.assign(window, {
    __component: (id: string) => {
      currentPath = id;
    },
    Page: (definition: Definition) => define('Page', path(), definition),
    Component: (definition?: Definition) => define('Component', path(), definition),
    Behavior: (definition?: Definition) => define('Behavior', '', definition),
  });
}

/** What WeChat accepts and the adapter does not: named behaviors, style isolation in `options`. */
function normalize(definition: Definition, path: string): Definition {
  const config = space.getComponentStaticConfig(path) as { styleIsolation?: string } | undefined;
  const { styleIsolation, addGlobalClass } = definition.options ?? {};
  const wanted = styleIsolation ?? (addGlobalClass ? 'apply-shared' : undefined);
  if (wanted !== undefined && config && wanted !== config.styleIsolation) {
    if (wanted.endsWith('apply-shared') && config.styleIsolation === 'isolated')
      config.styleIsolation = wanted;
    else if (config.styleIsolation !== 'apply-shared') {
      throw new NotInPreviewError(`options.styleIsolation "${wanted}" of ${path} (write it into its JSON)`);
    }
  }
  if (!definition.behaviors) return definition;
  const behaviors = definition.behaviors.map((one) => (typeof one === 'string' ? wxBehavior(one) : one));
  return { ...definition, behaviors };
}

function wxBehavior(name: string): unknown {
  const definition = wxBehaviors[name];
  if (!definition) throw new NotInPreviewError(`behavior ${name}`);
  return space.componentEnv('', ({ Behavior }) =>
    (Behavior as unknown as (given: object) => unknown)(definition),
  );
}

/** glass-easel has the life cycle `ready` but never fires it: it comes when what was attached has been laid out. */
function readyBehavior(components: glassEasel.ComponentSpace): glassEasel.GeneralBehavior {
  let queue: EngineComponent[] = [];
  return components.defineBehavior({
    lifetimes: {
      attached(this: { _$: EngineComponent }) {
        if (queue.push(this._$) > 1) return;
        queueMicrotask(() => {
          const ready = queue;
          queue = [];
          for (const one of ready) one.triggerLifetime('ready', []);
        });
      },
    },
  } as never);
}
