import type { HomeView, MineView, TodayView } from '../contract/overview';
import type { WorkbenchView } from '../contract/workbench';
import { ask } from '../platform/cloud';
import type { Result } from '../contract/result';
import { rememberSlips } from '../platform/slips';
import { keep, recall } from '../platform/storage';
import { township, whereabouts } from '../platform/whereabouts';

export async function getHome(): Promise<Result<HomeView>> {
  const { home, village } = whereabouts() ?? {};
  const result = await ask('overview', 'home', {
    township: township(),
    ...(home !== undefined && { home }),
    ...(village !== undefined && { village }),
  });
  if (result.ok) remember(result.data);
  return result;
}

export async function getMine(): Promise<Result<MineView>> {
  const result = await ask('overview', 'mine', { township: township() });
  if (result.ok) remember(result.data);
  return result;
}

/** 今日待办; refused with `not-allowed` to whoever is no deputy here. */
export function getToday(): Promise<Result<TodayView>> {
  return ask('overview', 'today', { township: township() });
}

/** 工作台; refused with `not-allowed` to whoever works nowhere here. */
export function getWorkbench(): Promise<Result<WorkbenchView>> {
  return ask('overview', 'workbench', { township: township() });
}

function remember(view: HomeView | MineView): void {
  const folders = recall('folders') ?? {};
  if (folders[township()] !== view.folder) keep('folders', { ...folders, [township()]: view.folder });
  keep('homes', { township: township(), homes: view.homes });
  rememberSlips(view.slips);
}
