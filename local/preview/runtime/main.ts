import { installAppGlobals, runHook } from './app-instance';
import { installClock } from './clock';
import { backendContext, installEngine } from './engine';
import { reportError } from './errors';
import { connectToServer } from './events';
import { installGestures } from './gestures';
import { launchOptions, launchUrl } from './launch';
import { installOverlay, showProblems } from './overlay';
import { setOffline } from './server';
import { openSavedFiles } from './file-store';
import { rememberPages, takeRememberedPages } from './reopen';
import { navigateTo, openFirst, pageStack, phoneScreen } from './router';
import { setAppData } from './session';
import { installWxs } from './wxs';
import { installWx } from './wx';
import { followVisibility } from './wx/system';

/** A classic script of the server, run before the next step. */
function runScript(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `/__preview/${name}`;
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error(`${name} could not be loaded`));
    };
    document.head.append(script);
  });
}

/** The first page, or after a saved file the pages that were open. */
async function openPages(): Promise<void> {
  const [first, ...others] = takeRememberedPages() ?? [launchUrl()];
  await openFirst(first ?? launchUrl());
  for (const url of others) await navigateTo(url);
}

async function start(): Promise<void> {
  installOverlay();
  installClock();
  installWxs();
  installAppGlobals();
  installWx();
  Object.assign(window, { getCurrentPages: () => pageStack().map((view) => view.caller) });
  window.__phone = {
    setOffline,
    hearsTap: (element) => backendContext.listens(element, 'tap'),
  };
  window.__appData = (data, templates) => {
    setAppData(data);
    installEngine(data, templates);
  };
  connectToServer(() => {
    rememberPages(pageStack());
    location.reload();
  });
  await openSavedFiles();
  await runScript('app-data.js');
  showProblems();
  phoneScreen();
  installGestures(backendContext);
  await runScript('app.js');
  runHook('onLaunch', launchOptions());
  runHook('onShow', launchOptions());
  await openPages();
  followVisibility();
}

start().catch((error: unknown) => {
  reportError(error, 'start');
});
