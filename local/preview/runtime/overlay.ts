import { runHook } from './app-instance';
import { h } from './dom';
import { onReportedError, onScriptError, reportError, reportScriptError, stackOf } from './errors';
import { appData } from './session';

interface Entry {
  readonly title: string;
  readonly lines: string;
}

const entries: Entry[] = [];
let box: HTMLElement | null = null;

/** Errors appear on the phone, with file and line of the sources, in a strip that can be opened and closed. */
export function installOverlay(): void {
  onReportedError((error, where) => {
    void addError(error, where);
  });
  onScriptError((error) => {
    runHook('onError', stackOf(error));
  });
  window.addEventListener('error', (event) => {
    reportScriptError(event.error ?? event.message, 'script');
  });
  window.addEventListener('unhandledrejection', (event) => {
    runHook('onUnhandledRejection', { reason: event.reason as unknown, promise: event.promise });
    const reason: unknown = event.reason;
    const text = (reason as { errMsg?: string } | null)?.errMsg;
    reportError(text === undefined ? reason : new Error(text), 'unhandled rejection');
    event.preventDefault();
  });
}

/** Mistakes that the compiler found. */
export function showProblems(): void {
  for (const { file, line, column, text } of appData().problems) {
    const place = line > 0 ? `${file}:${String(line)}:${String(column)}` : file;
    console.error(`${place}: ${text}`);
    entries.push({ title: text, lines: place });
  }
  draw(true);
}

async function addError(error: unknown, where: string): Promise<void> {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const lines = await locate(stack);
  entries.push({ title: `${where}: ${message}`, lines });
  draw(false);
}

/** The server turns places in the bundle into places in the sources. */
async function locate(stack: string): Promise<string> {
  if (stack === '') return '';
  try {
    const answer = await fetch('/__preview/locate', { method: 'POST', body: stack });
    return answer.ok ? await answer.text() : stack;
  } catch {
    return stack;
  }
}

function draw(open: boolean): void {
  if (entries.length === 0) return;
  box?.remove();
  const list = entries.map(({ title, lines }) => h('li', {}, h('strong', {}, title), h('pre', {}, lines)));
  const details = h(
    'details',
    open ? { open: '' } : {},
    h('summary', {}, `${String(entries.length)} 个错误`),
    h('ol', {}, ...list),
  );
  const close = h(
    'button',
    {
      'aria-label': '关闭错误',
      click: () => {
        entries.length = 0;
        box?.remove();
      },
    },
    '×',
  );
  box = h('phone-errors', { role: 'alert' }, details, close);
  document.body.append(box);
}
