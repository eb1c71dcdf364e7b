import { readFileSync, readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { isOwnOrigin } from '../cloudbase/http';
import { compileApp } from './compile';
import type { CompiledApp } from './compile';
import { fontFile, fontSheet } from './compile/fonts';
import { officialApis } from './compile/official-apis';
import { bundleForBrowser } from './compile/runtime-bundle';
import type { BrowserBundle } from './compile/runtime-bundle';
import { EventLine } from './event-line';
import { htmlPage } from './html';
import { locateStack } from './locate';
import { readBody, send, sendFile, sendKept } from './responses';
import type { Identity, Poster } from './types';
import { watchFolder } from './watch';

/** The part of the local cloud's clock that the preview needs. */
export interface PreviewClock {
  now(): number;
  onJump(listener: () => void): () => void;
}

export interface PreviewOptions {
  /** The repository's root. */
  readonly root: string;
  readonly identities: readonly Identity[];
  readonly posters: readonly Poster[];
  /** Whether the server answers POST /control. */
  readonly control: boolean;
  /** Given, the browser's Date follows it. */
  readonly clock?: PreviewClock;
  /** Reload the phone when a file under miniprogram/ is saved. */
  readonly watch?: boolean;
  /** Folder of the mini-program, from the root. */
  readonly miniprogram?: string;
  /** Makes what the browser gets; compiles the sources unless given. */
  readonly compile?: typeof compileApp;
}

export interface Preview {
  /** Answers a request; false when the path is not the preview's. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Compiles again and reloads every open phone. */
  rebuild(): Promise<void>;
  close(): Promise<void>;
}

/** Compiles the mini-program and serves it, with the phone that runs it, to an ordinary browser. */
export async function createPreview(options: PreviewOptions): Promise<Preview> {
  const { miniprogram: folder = 'miniprogram', compile = compileApp } = options;
  const [app, runtime, frame] = await Promise.all([
    compile(options.root, folder),
    bundleForBrowser('runtime/main.ts', 'runtime'),
    bundleForBrowser('runtime/frame/main.ts', 'frame'),
  ]);
  const server = new PreviewServer(options, { app, runtime, frame });
  const rebuild = async (): Promise<void> => {
    server.setApp(await compile(options.root, folder));
  };
  const unwatch = options.watch ? watchFolder(join(options.root, folder), rebuild) : () => undefined;
  const stopListening = options.clock?.onJump(() => {
    server.sendClock();
  });
  return {
    handle: (request, response) => server.handle(request, response),
    rebuild,
    close: () => {
      unwatch();
      stopListening?.();
      server.close();
      return Promise.resolve();
    },
  };
}

interface Bundles {
  app: CompiledApp;
  readonly runtime: BrowserBundle;
  readonly frame: BrowserBundle;
}

class PreviewServer {
  private readonly line = new EventLine();
  private readonly officialApis = officialApis();
  private readonly texts: Record<string, [type: string, text: () => string]> = {
    'app-data.js': ['text/javascript', () => this.bundles.app.dataScript],
    'app.js': ['text/javascript', () => this.bundles.app.script],
    'app.js.map': ['application/json', () => this.bundles.app.sourceMap],
    'runtime.js': ['text/javascript', () => this.bundles.runtime.code],
    'runtime.js.map': ['application/json', () => this.bundles.runtime.map],
    'frame.js': ['text/javascript', () => this.bundles.frame.code],
    'frame.js.map': ['application/json', () => this.bundles.frame.map],
    'fonts.css': ['text/css', fontSheet],
    'preview.css': ['text/css', previewSheet],
  };

  constructor(
    private readonly options: PreviewOptions,
    private readonly bundles: Bundles,
  ) {}

  setApp(app: CompiledApp): void {
    this.bundles.app = app;
    this.line.send('reload', '');
  }

  sendClock(): void {
    if (this.options.clock) this.line.send('clock', String(this.options.clock.now()));
  }

  close(): void {
    this.line.close();
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const path = readPath(request);
    if (path === undefined) {
      send(response, 400, 'text/plain', 'no such address can be');
      return true;
    }
    if (path === '/' && request.method === 'GET') {
      send(response, 200, 'text/html', this.html());
      return true;
    }
    if (!path.startsWith('/__preview/')) return false;
    await this.handleOwn(path.slice('/__preview/'.length), request, response);
    return true;
  }

  private async handleOwn(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = Object.hasOwn(this.texts, name) ? this.texts[name] : undefined;
    if (text) sendKept(request, response, { name, type: text[0], text: text[1]() });
    else if (name.startsWith('__')) send(response, 400, 'text/plain', `${name} is no name`);
    else if (name === 'events') this.line.add(request, response);
    else if (name === 'locate' && request.method === 'POST') {
      if (!isOwnOrigin(request)) {
        send(response, 403, 'text/plain', 'a request of another web site');
        return;
      }
      const { app, runtime, frame } = this.bundles;
      const maps = { 'app.js': app.sourceMap, 'runtime.js': runtime.map, 'frame.js': frame.map };
      send(response, 200, 'text/plain', locateStack(await readBody(request), maps, this.options.root));
    } else if (name.startsWith('files/')) {
      sendFile(
        response,
        join(this.options.root, this.options.miniprogram ?? 'miniprogram'),
        name.slice('files/'.length),
      );
    } else if (name.startsWith('fonts/')) {
      const font = fontFile(name.slice('fonts/'.length));
      if (font) send(response, 200, 'font/woff2', font, 'public, max-age=86400');
      else send(response, 404, 'text/plain', 'no such font');
    } else send(response, 404, 'text/plain', `${name} is not part of the preview`);
  }

  private html(): string {
    const { identities, posters, control, clock } = this.options;
    return htmlPage({
      identities,
      posters,
      control,
      nowMs: clock?.now() ?? null,
      officialApis: this.officialApis,
    });
  }
}

/** Undefined for an address whose escapes are no text. */
function readPath(request: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(request.url ?? '/', 'http://preview').pathname);
  } catch {
    return undefined;
  }
}

function previewSheet(): string {
  const folder = join(__dirname, 'styles');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}
